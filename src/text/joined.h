#pragma once

// Values whose characters or groups stand apart, by signs that no pattern expects or over several
// lines.

#include <string_view>

#include "text/view.h"

namespace gatepost {

// The skeleton text with what stands between left out. Six or more single characters are one value
// ("0*7*7*0*0", a digit a line, "j o @ e x . c o m"), groups of digits are joined over line breaks,
// and other signs and fillers between them ("07700 | 900 then 123") become a space. Linear time.
[[nodiscard]] Derivation Joined(std::string_view text);

}  // namespace gatepost
