#pragma once

// Letters typed for digits: "O77OO 9OO I23", "BNlO2966C".

#include <string_view>

#include "text/view.h"

namespace gatepost {

// The skeleton text with such letters as digits, where they stand in groups of digits: groups one
// separator apart, of digits and such letters alone, six or more with three digits among them; and
// in references of eight and more characters, between and behind the letters that they begin with.
// Linear time.
[[nodiscard]] Derivation WithDigitsForLetters(std::string_view text);

}  // namespace gatepost
