#pragma once

// References of HM Revenue & Customs whose check characters no WeightedSum (check.h) can place.

#include <string_view>

namespace gatepost {

// VAT registration numbers: nine digits, or twelve with the three of a branch, with GB or XI in
// front or without. The first seven weighed 8 to 2, and the last two of the nine as a number, are a
// multiple of 97, or one when 55 is added, as in numbers given out since 2010. Not the numbers of
// government departments (GBGD001) and health authorities (GBHA500): they have no check, and are
// nobody's own.
[[nodiscard]] bool IsVatNumber(std::string_view value);

// Accounts Office references of employers: three digits, P, a check letter, seven digits and a last
// digit or X. The others weighed 9 to 12 and 8 to 1, P as 48 and X as 41, leave the letter's place
// in ABCDEFGHXJKLMNYPQRSTZVW when divided by 23.
[[nodiscard]] bool IsAccountsOfficeReference(std::string_view value);

}  // namespace gatepost
