#pragma once

// What the subset leaves out, each with what to write instead.

#include <string>
#include <string_view>

namespace gatepost {

// Why the escape `\letter` is refused. `letter` is a letter or a digit, and none of d D w W n x.
[[nodiscard]] std::string WhyEscapeRefused(char letter);

// Why the byte, one that no regex may hold as it is, is refused; empty if it may.
[[nodiscard]] std::string WhyByteRefused(char byte);

// Why a group that begins with `opening` ("(" or "(?=" …) is refused.
[[nodiscard]] std::string WhyGroupRefused(std::string_view opening);

}  // namespace gatepost
