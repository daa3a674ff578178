#pragma once

// Values made unreadable, the one place where it is done.

#include <string>
#include <string_view>

#include "pattern/pattern.h"

namespace gatepost {

// All letters and digits but those that `mask` keeps replaced by *, punctuation and spaces kept,
// any other byte a *; as long as `value`, which is skeleton text. Of a value with too few letters
// and digits to hide at least half of them, none is kept.
[[nodiscard]] std::string Masked(const Mask& mask, std::string_view value);

}  // namespace gatepost
