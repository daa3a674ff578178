#pragma once

// Building a regex tree from below: each node's widths and size follow from its children's.

#include <cstdint>
#include <vector>

#include "regex/regex.h"

namespace gatepost {

[[nodiscard]] RegexNode MakeClass(const ByteSet& bytes);
// No child: kEmpty. One: the child itself.
[[nodiscard]] RegexNode MakeConcat(std::vector<RegexNode> children);
// One or more children. One: the child itself.
[[nodiscard]] RegexNode MakeAlternate(std::vector<RegexNode> children);
[[nodiscard]] RegexNode MakeRepeat(RegexNode child, uint32_t min_count, uint32_t max_count);

}  // namespace gatepost
