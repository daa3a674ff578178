#pragma once

// Ireland's Personal Public Service numbers.

#include <string_view>

namespace gatepost {

// Seven digits, a check letter, and perhaps a second letter: A to I since 2013, T, W or X in older
// series. The digits weighed 8 to 2, and the second letter since 2013 as its place in the alphabet
// times 9, leave the check letter's place in WABCDEFGHIJKLMNOPQRSTUV when divided by 23 (Department
// of Social Protection; python-stdnum, ie.pps).
[[nodiscard]] bool IsPpsn(std::string_view value);

}  // namespace gatepost
