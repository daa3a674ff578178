#pragma once

// Check digits that no weight table describes. A WeightedSum (check.h) describes most others.

#include <string_view>

namespace gatepost {

// ISO/IEC 7812-1 annex B: every second digit from the right is doubled, 9 taken off what is above
// 9, and the sum is a multiple of 10. Two digits or more, nothing else. Does not notice 09 swapped
// with 90, nor 22 for 55, 33 for 66, 44 for 77.
[[nodiscard]] bool PassesLuhn(std::string_view value);

// ISO 7064 MOD 97-10 as IBANs use it (ISO 13616-1): the first four characters moved to the end,
// letters read as A = 10 … Z = 35, the whole number leaves 1 when divided by 97. The text is two
// letters, two digits from 02 to 98 and 1 to 30 letters or digits, in any case.
[[nodiscard]] bool PassesMod97(std::string_view value);

// J. Verhoeff, Error Detecting Decimal Codes, 1969: a check digit by the dihedral group of order
// 10, as the last one. Two digits or more, nothing else. Notices every wrong digit and every swap
// of neighbours.
[[nodiscard]] bool PassesVerhoeff(std::string_view value);

// ISO 7064 MOD 11,10: a check digit as the last of two digits or more, nothing else. Notices every
// wrong digit.
[[nodiscard]] bool PassesMod11And10(std::string_view value);

}  // namespace gatepost
