#pragma once

// Numbers told in words: "oh seven seven double oh, nine hundred one two three".

#include <string_view>

#include "text/view.h"

namespace gatepost {

// The skeleton text with such numbers in digits, what stood between them left out. Words count as
// digits only in company: three or more that make six digits, or two beside digits that make nine.
// Linear time.
[[nodiscard]] Derivation WithDigitsForWords(std::string_view text);

}  // namespace gatepost
