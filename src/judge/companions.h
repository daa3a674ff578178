#pragma once

// Matches that are evidence for one another: a sort code beside an account number.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "judge/match_in_text.h"
#include "match/match.h"
#include "pattern/pattern.h"

namespace gatepost {

// So many matches before and after one are looked at, so that a text full of matches costs no more
// than one look at each.
inline constexpr size_t kMaxMatchesBeside = 32;

// Who is whose companion, the ids of pattern files resolved. Const, shared by all workers.
class Companions {
 public:
  // Ids that no pattern has are passed over: one pattern alone can still be tested.
  explicit Companions(const std::vector<Pattern>& patterns);

  // The pattern of the first match in the text that is a companion of this one: it is of the same
  // skeleton, reaches into the words within which companions count, and does not overlap.
  [[nodiscard]] std::optional<PatternIndex> Beside(const MatchInText& where) const;

  // The spans of all matches beside it that are of its companions' patterns: what stands in them is
  // said of itself, the "Station" of "14 Station Road".
  [[nodiscard]] std::vector<Span> SpansBeside(const MatchInText& where) const;

  // Those matches, and those of patterns with weights, but for those that overlap it.
  [[nodiscard]] std::vector<Match> MatchesBeside(const MatchInText& where) const;

 private:
  struct Wanted {
    std::vector<uint8_t> patterns;  // by PatternIndex, 1 for those wanted; empty if there are none
    uint16_t within_words = 0;
    bool has_weights = false;
    [[nodiscard]] bool Names(PatternIndex pattern) const {
      return !patterns.empty() && patterns[pattern.number()] != 0;
    }
  };
  std::vector<Wanted> wanted_;  // by PatternIndex
};

}  // namespace gatepost
