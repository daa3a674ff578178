#pragma once

// A store in one SQLite file (store_schema.cc has its tables), written ahead (WAL), so that it can
// be read while an audit runs and is whole at any instant. Chunks and ends of inputs are written
// many together: until then others do not see them, and after a crash they are done again. If
// writing fails, they stay to be written, and nothing else has changed.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/chunk_writer.h"
#include "audit/sqlite.h"
#include "audit/statements.h"
#include "audit/store.h"
#include "audit/store_lock.h"

namespace gatepost {

class SqliteStore final : public Store {
 public:
  enum class Access : uint8_t {
    kAudit,   // made if absent; nobody else writes to it as long as this is open
    kChange,  // there already; the same
    kRead,    // there already; read as it stands when it is opened, and not written to
  };
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> Open(const std::string& path,
                                                                 Access access);

  Result<AuditRun> BeginRun(const AuditRun& run) override;
  Status EndRun(int64_t run, Time ended) override;
  Result<AuditInput> BeginInput(const AuditInput& input, std::string_view basis) override;
  Result<std::vector<KeptChunk>> ChunksOf(int64_t input) const override;
  Status AddChunk(int64_t input, const ChunkOutcome& chunk) override;
  Status EndInput(int64_t input, const std::vector<AuditFile>& files,
                  const std::vector<AuditProblem>& problems) override;
  Status NameInput(int64_t input, std::string_view hash) override;
  Status AddRunProblem(int64_t run, const AuditProblem& problem) override;
  Status Flush() override;
  Result<std::string> Salt() const override;
  Result<uint64_t> Forget(const std::vector<std::string>& fingerprints) override;
  Result<uint64_t> Purge(Time before) override;
  Result<std::vector<Problem>> Merge(const std::string& path) override;

  Status Decide(const Decision& decision) override;
  Status Undecide(std::string_view fingerprint) override;
  Result<std::vector<Decision>> Decisions() const override;
  Result<std::vector<uint64_t>> SetVisibility(const std::vector<std::string>& posts,
                                              const VisibilityMark& mark) override;

  Result<std::vector<AuditRun>> Runs() const override;
  Result<std::vector<AuditInput>> Inputs() const override;
  Result<std::vector<AuditFile>> Files() const override;
  Result<std::vector<AuditProblem>> Problems() const override;
  Result<std::vector<AuditTally>> Tallies(const AuditFilter& filter) const override;
  Status ForEachFinding(const AuditFilter& filter, const TakeFinding& take) const override;

 private:
  SqliteStore(std::optional<StoreLock> lock, Sqlite database);
  // Writes what waits, then `change`, which is done wholly or not at all.
  template <class Change>
  [[nodiscard]] Status Write(const Change& change);
  [[nodiscard]] Status WriteWaiting() const;
  [[nodiscard]] Status MakeRoom();
  // Behind all that waits; behind what was written before, if that cannot be.
  [[nodiscard]] Statements& ForReading() const;
  // The input of that hash, if it cannot be gone on with.
  [[nodiscard]] Result<std::optional<int64_t>> FindUnlike(std::string_view hash,
                                                          std::string_view basis) const;

  // The lock goes last: closing its handle on the file would take those of SQLite away.
  std::optional<StoreLock> lock_;
  std::unique_ptr<const Sqlite> database_;
  mutable Statements statements_;
  mutable ChunkWriter chunks_;
  bool has_taken_away_ = false;  // an input: rows of its posts are left
};

}  // namespace gatepost
