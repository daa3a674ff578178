#pragma once

// A store in one SQLite file (store_schema.cc has its tables), written ahead (WAL), so that it can
// be read while an audit runs and is whole at any instant.

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
    kAudit,   // made if absent; no other process audits into it as long as this is open
    kChange,  // there already
    kRead,    // the same
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
  Status Merge(const std::string& path) override;

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
  SqliteStore(Sqlite database, std::optional<StoreLock> lock);
  // Opens the transaction that Flush ends, unless one is open.
  [[nodiscard]] Status BeginWriting();
  [[nodiscard]] Status EndStep();

  std::unique_ptr<const Sqlite> database_;
  std::optional<StoreLock> lock_;
  mutable Statements statements_;
  ChunkWriter chunks_;
  bool is_writing_ = false;
  uint32_t steps_ = 0;  // in the open transaction
};

}  // namespace gatepost
