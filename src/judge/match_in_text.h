#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "judge/words.h"
#include "match/match.h"
#include "text/skeleton.h"

namespace gatepost {

// A match where it stands: in a skeleton, and among the matches of that skeleton, in their order.
struct MatchInText {
  const Skeleton& skeleton;
  std::span<const Match> matches;
  size_t which = 0;
  SplitText& words;  // of the skeleton

  [[nodiscard]] const Match& match() const { return matches[which]; }
  [[nodiscard]] std::string_view text() const { return words.text(); }
};

}  // namespace gatepost
