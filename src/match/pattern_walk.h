#pragma once

// All variants of one pattern, walked from left to right over one text: the meaning of a match
// (match/matcher.h) given where each variant's matches can begin.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/index.h"
#include "base/span.h"
#include "match/variant_regex.h"

namespace gatepost {

// One walk over one text; borrows everything it is given.
class PatternWalk {
 public:
  struct Step {
    VariantIndex variant;
    Span span;
    bool is_shortened;  // as in Match
  };

  // `begins` has for each variant windows that hold every begin at which its regex matches, sorted
  // and apart. Whatever else they hold changes no match.
  PatternWalk(const std::vector<VariantRegex>& variants, std::string_view text,
              std::span<const std::span<const Span>> begins);

  // The next match; nullopt after the last.
  [[nodiscard]] std::optional<Step> Next();

 private:
  // A variant on its way through the text.
  struct Lane {
    const VariantRegex* regex;
    std::span<const Span> begins;
    std::span<const Span> ahead;  // those of `begins` that are not done with
    std::optional<Span> next;     // its next span in V
  };

  // The lane whose next span begins first; of these the longest; of these the first in the file.
  [[nodiscard]] const Lane* Best() const;
  // Some variant has a span in M with the same begin and a greater end.
  [[nodiscard]] bool HasLonger(Span span) const;
  // Finds the lane's next span in V that begins at or after `cursor`.
  void Advance(Lane& lane, uint32_t cursor) const;

  std::string_view text_;
  std::vector<Lane> lanes_;
};

}  // namespace gatepost
