#pragma once

// National Insurance numbers: which two letters one may begin with.

#include <string_view>

namespace gatepost {

// The text begins with two letters that HMRC may issue (HMRC manual NIM39110): neither is D F I Q U
// V, the second is not O, and the pair is none of BG GB KN NK NT TN ZZ. What follows them is the
// regex's business.
[[nodiscard]] bool HasNinoPrefix(std::string_view value);

}  // namespace gatepost
