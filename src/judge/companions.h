#pragma once

// Matches that are evidence for one another: a sort code beside an account number.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "match/match.h"
#include "pattern/pattern.h"
#include "text/skeleton.h"

namespace gatepost {

// So many matches before and after one are looked at, so that a text full of matches costs no more
// than one look at each.
inline constexpr size_t kMaxMatchesBeside = 32;

// Who is whose companion, the ids of pattern files resolved. Const, shared by all workers.
class Companions {
 public:
  // Ids that no pattern has are passed over: one pattern alone can still be tested.
  explicit Companions(const std::vector<Pattern>& patterns);

  // The pattern of the first match in the text that is a companion of `matches[which]`: it is of
  // the same skeleton, reaches into the words within which companions count, and does not overlap.
  // `matches` are the batch's, in their order.
  [[nodiscard]] std::optional<PatternIndex> Beside(const Skeleton& skeleton,
                                                   std::span<const Match> matches,
                                                   size_t which) const;

  // The spans of all matches beside it that are of its companions' patterns: what stands in them is
  // said of itself, the "Station" of "14 Station Road".
  [[nodiscard]] std::vector<Span> SpansBeside(std::span<const Match> matches, size_t which) const;

  // Those matches, and those of patterns with weights, but for those that overlap it.
  [[nodiscard]] std::vector<Match> MatchesBeside(std::span<const Match> matches,
                                                 size_t which) const;

 private:
  struct Wanted {
    std::vector<PatternIndex> patterns;
    uint16_t within_words = 0;
    bool has_weights = false;
    [[nodiscard]] bool Names(PatternIndex pattern) const;
  };
  std::vector<Wanted> wanted_;  // by PatternIndex
};

}  // namespace gatepost
