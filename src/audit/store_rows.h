#pragma once

// Rows of a SqliteStore's tables: each is written in one place.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "audit/statements.h"
#include "audit/store.h"

namespace gatepost {

// A digest as a blob to bind.
template <size_t kSize>
[[nodiscard]] std::string_view BytesOf(const std::array<uint8_t, kSize>& digest) {
  return {static_cast<const char*>(static_cast<const void*>(digest.data())), kSize};
}

// What a problem is of: a run or an input; and when the post was published, if it is a post's.
struct ProblemOwner {
  std::optional<int64_t> run;
  std::optional<int64_t> input;
  std::optional<Time> published;
};
[[nodiscard]] Status AddProblemRow(Statements& statements, const ProblemOwner& owner,
                                   const AuditProblem& problem);

// The post and its findings. Of an edited post, only the findings that no earlier text of it had,
// and the post only if there are any.
[[nodiscard]] Status AddFindingRows(Statements& statements, int64_t input,
                                    const PostOutcome& outcome, bool is_edited);

// What another place says about a post that was seen before. A post that is gone does not come
// back: "gone" is never taken back by it.
[[nodiscard]] Status NoteVisibility(Statements& statements, const PostKey& key,
                                    Visibility visibility, std::string_view source);

[[nodiscard]] Status AddFileRow(Statements& statements, int64_t input, const AuditFile& file);

// The input goes with all that it had. Inputs with posts that counted as its are to be read anew:
// nobody has those posts any more.
[[nodiscard]] Status TakeInputAway(Statements& statements, int64_t input);
// Removes the rows that TakeInputAway leaves, for it would have to look at all of them.
[[nodiscard]] Status RemoveUnowned(Statements& statements);

// Whether an input other than this one has the hash. If that was read under another basis, a
// problem of it says so.
[[nodiscard]] Result<bool> NoteSameContent(Statements& statements, int64_t input,
                                           std::string_view hash);

}  // namespace gatepost
