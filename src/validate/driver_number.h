#pragma once

// Driver numbers of Great Britain, as on a driving licence: a surname, a date of birth and initials
// in code.

#include <string_view>

namespace gatepost {

// The 16 characters of a driver number without spaces, in any case, perhaps with the two digits of
// the licence's issue behind:
//   five letters of the surname, 9s behind a shorter one
//   decade, month, day and year of birth; 50 is added to the month of a woman's
//   two initials, 9 where there is none
//   a letter or digit that tells apart those who share all this, and two letters whose rule DVLA
//   does not publish
// (GOV.UK One Login, ipv-cri-dl-front, which checks them). So there is no check digit: the date
// must have been in some year of this century or the last.
[[nodiscard]] bool IsDriverNumber(std::string_view value);

}  // namespace gatepost
