#pragma once

// What came of a chunk, put into the tables of a SqliteStore.

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "audit/statements.h"
#include "audit/store.h"

namespace gatepost {

// Borrows the statements. Within a transaction of the caller's.
class ChunkWriter {
 public:
  explicit ChunkWriter(Statements& statements) : statements_(statements) {}

  // As Store::AddChunk.
  [[nodiscard]] Status Add(int64_t input, const ChunkOutcome& chunk);
  [[nodiscard]] Status AddProblem(std::optional<int64_t> run, std::optional<int64_t> input,
                                  const AuditProblem& problem);

 private:
  using TallyKey = std::tuple<std::string, std::string, std::string, std::string>;
  struct Counts {
    int64_t posts = 0;
    int64_t duplicates = 0;
    int64_t text_bytes = 0;
  };
  // Whether the post, and the post with this text, was seen before.
  enum class Seen : uint8_t { kNew, kNewText, kBefore };

  [[nodiscard]] Result<bool> IsKept(int64_t input, uint64_t number);
  [[nodiscard]] Status AddPost(int64_t input, const PostOutcome& outcome, Counts& counts);
  [[nodiscard]] Result<Seen> See(int64_t input, const PostOutcome& outcome);
  [[nodiscard]] Result<int64_t> TallyOf(int64_t input, const AuditPost& post);
  [[nodiscard]] Status Count(int64_t tally, uint64_t bytes);
  [[nodiscard]] Status AddFindings(int64_t input, const PostOutcome& outcome, Seen seen);
  [[nodiscard]] Result<int64_t> AddPostRow(int64_t input, const PostOutcome& outcome);
  [[nodiscard]] Status AddFinding(int64_t post, int64_t number, const AuditFinding& finding);
  [[nodiscard]] Result<bool> HasFinding(const PostOutcome& outcome, const AuditFinding& finding);
  [[nodiscard]] Status UpdateVisibility(const PostOutcome& outcome);

  Statements& statements_;
  int64_t tallied_input_ = 0;
  std::map<TallyKey, int64_t> tallies_;  // of that input
};

}  // namespace gatepost
