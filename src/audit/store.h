#pragma once

// Where an audit is kept. SqliteStore is the one there is; a server's database would be another.
//
// The unit of work is a chunk: a run of records of one input, always the same ones for the same
// bytes. All that came of it is added in one step, once: so an audit that was killed goes on where
// it was, and several can be merged.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit_filter.h"
#include "audit/audit_record.h"
#include "base/result.h"

namespace gatepost {

// Tells posts apart across inputs: a keyed digest of where and when a post stands, and one of what
// it says.
struct PostKey {
  std::array<uint8_t, 16> post{};
  std::array<uint8_t, 8> text{};
};

// What came of one post.
struct PostOutcome {
  PostKey key;
  AuditPost post;  // kept if there are findings; `id` and `input` are the store's
  std::vector<AuditFinding> findings;  // `id` and `post` are the store's
  std::vector<AuditProblem> problems;  // unread ones; `input` is the store's
  uint64_t bytes = 0;                  // of its texts
};

struct ChunkOutcome {
  uint64_t number = 0;  // in the input, from 0
  bool has_threads = false;
  std::vector<PostOutcome> posts;
  std::vector<AuditProblem> problems;  // notes, counted, and others that are no single post's
};

// What somebody found out about posts: whether the public can see them, and what says so.
struct VisibilityMark {
  Visibility visibility = Visibility::kUnknown;
  std::string source;  // "looked at on 2026-03-31"
};

// A finding with the post that it stands in, and what was decided about its value; valid for the
// call.
struct FindingInPost {
  const AuditFinding& finding;
  const AuditPost& post;
  const AuditInput& input;
  const Decision* decision = nullptr;  // one that holds, or held until a day that is past
};

// One thread at a time. Failures are kUnreadable: the disk is full, the file is damaged. What fails
// has changed nothing, and the store can be used as before.
class Store {
 public:
  virtual ~Store() = default;

  // Writing. What a run adds to an input that is kept under another basis takes its place.
  [[nodiscard]] virtual Result<AuditRun> BeginRun(const AuditRun& run) = 0;
  [[nodiscard]] virtual Status EndRun(int64_t run, Time ended) = 0;
  // The input of that hash, if it was read under that basis: a digest of all that findings depend
  // on. Otherwise a new one; what an earlier basis came to is taken away, and inputs that have
  // posts in common with it are to be read anew: they are unfinished, and begun under any basis are
  // new. One whose hash is not known yet has another name for it, and is always new.
  [[nodiscard]] virtual Result<AuditInput> BeginInput(const AuditInput& input,
                                                      std::string_view basis) = 0;
  // The chunks that are kept of it, ascending, and of each whether it has posts with threads.
  struct KeptChunk {
    uint64_t number = 0;
    bool has_threads = false;
  };
  [[nodiscard]] virtual Result<std::vector<KeptChunk>> ChunksOf(int64_t input) const = 0;
  // All or nothing, and nothing if the chunk is kept already, or its input was taken away. May be
  // written together with others, at the latest by Flush.
  [[nodiscard]] virtual Status AddChunk(int64_t input, const ChunkOutcome& chunk) = 0;
  // With all chunks added: the files it holds, and the problems that are no post's. Nothing if it
  // was ended before, or taken away. Likewise.
  [[nodiscard]] virtual Status EndInput(int64_t input, const std::vector<AuditFile>& files,
                                        const std::vector<AuditProblem>& problems) = 0;
  // Gives an input its hash, where that became known only by reading it (a pipe). If another has
  // it, this one is taken away; if that other was read under another basis, it has a problem then.
  [[nodiscard]] virtual Status NameInput(int64_t input, std::string_view hash) = 0;
  // Inputs of a run that could not be read at all.
  [[nodiscard]] virtual Status AddRunProblem(int64_t run, const AuditProblem& problem) = 0;
  [[nodiscard]] virtual Status Flush() = 0;
  // Random bytes of this store, for PostKeys where there is no key.
  [[nodiscard]] virtual Result<std::string> Salt() const = 0;
  // Takes out all findings under these fingerprints, what was decided about them, the kept texts of
  // their posts, and the posts that have no other finding, so that no byte of it is left in the
  // store or beside it. How many findings that were.
  [[nodiscard]] virtual Result<uint64_t> Forget(const std::vector<std::string>& fingerprints) = 0;
  // The same of all posts published before, and the tallies of months that are wholly before.
  [[nodiscard]] virtual Result<uint64_t> Purge(Time before) = 0;
  // Adds what another store of this kind has and this one has not. Posts that both have count once,
  // unless they cannot be recognised, as they were audited under other keys: then a note says so,
  // and is kept among the problems.
  [[nodiscard]] virtual Result<std::vector<Problem>> Merge(const std::string& path) = 0;

  // Decisions: one a fingerprint, which is not empty (kUsage); a new one takes the place of an old
  // one.
  [[nodiscard]] virtual Status Decide(const Decision& decision) = 0;
  [[nodiscard]] virtual Status Undecide(std::string_view fingerprint) = 0;
  [[nodiscard]] virtual Result<std::vector<Decision>> Decisions() const = 0;

  // For the posts with these refs (AuditPost::ref) or addresses, however those are written
  // (ComparableUrl). How many posts with findings each of them is, in their order.
  [[nodiscard]] virtual Result<std::vector<uint64_t>> SetVisibility(
      const std::vector<std::string>& posts, const VisibilityMark& mark) = 0;

  // Reading. Orders are fixed, and independent of when and how often an audit was interrupted.
  [[nodiscard]] virtual Result<std::vector<AuditRun>> Runs() const = 0;      // by begin
  [[nodiscard]] virtual Result<std::vector<AuditInput>> Inputs() const = 0;  // by name, hash
  [[nodiscard]] virtual Result<std::vector<AuditFile>> Files() const = 0;  // by input's name, path
  [[nodiscard]] virtual Result<std::vector<AuditProblem>> Problems() const = 0;
  [[nodiscard]] virtual Result<std::vector<AuditTally>> Tallies(
      const AuditFilter& filter) const = 0;
  // By input's name, path, record, and place in the post.
  using TakeFinding = std::function<Status(const FindingInPost&)>;
  [[nodiscard]] virtual Status ForEachFinding(const AuditFilter& filter,
                                              const TakeFinding& take) const = 0;
};

// The latest run that was interrupted and is of the same patterns, policy, key and version: the one
// that BeginRun goes on with. nullopt if there is none.
[[nodiscard]] std::optional<AuditRun> UnfinishedRun(const std::vector<AuditRun>& runs,
                                                    const AuditRun& like);

// Some finding meets the condition; looks no further than the first that does.
[[nodiscard]] Result<bool> HasFinding(const Store& store,
                                      const std::function<bool(const FindingInPost&)>& meets);

}  // namespace gatepost
