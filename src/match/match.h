#pragma once

#include <cstdint>
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

}  // namespace gatepost
