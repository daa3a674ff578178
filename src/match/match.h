#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/index.h"
#include "base/span.h"

namespace gatepost {

// A span of a skeleton that a pattern's regex matches, whose edges hold and which its checks
// accept; nothing is judged yet.
struct Match {
  SkeletonIndex skeleton;
  PatternIndex pattern;
  VariantIndex variant;  // the first that matches this span
  Span span;             // in the skeleton
  bool is_shortened =
      false;  // a longer span at the same begin matches and has its edges, but fails the checks

  friend constexpr bool operator==(const Match&, const Match&) = default;
};

// One batch's matches: by skeleton, then begin, then pattern. Reused; owned by the worker.
using MatchList = std::vector<Match>;

// Of matches in that order those at their front that lie in one skeleton; none of none.
[[nodiscard]] inline std::span<const Match> OfFirstSkeleton(std::span<const Match> matches) {
  size_t count = 0;
  while (count < matches.size() && matches[count].skeleton == matches[0].skeleton) ++count;
  return matches.first(count);
}

}  // namespace gatepost
