#pragma once

// Numbers of the Police National Computer and the Criminal Records Office. Both end in a check
// letter: the two digits of the year and the serial number, read as one number, leave the letter's
// place in ZABCDEFGHJKLMNPQRTUVWXY when divided by 23. Serial numbers may be written without their
// leading zeros. (ministryofjustice/hmpps-person-record, PNCIdentifier and CROIdentifier.)

#include <string_view>

namespace gatepost {

// A year of two or four digits, `/` or `-`, 1 to 7 digits, the letter: "12/394773H",
// "2012/0394773H". Without the sign between them, the serial number has all its seven digits.
[[nodiscard]] bool IsPncId(std::string_view value);

// 1 to 6 digits, `/` or `-`, a year of two digits, the letter: "29906/12J". Or, where prints were
// not taken, "SF" and the year before the serial number, which is not filled up with zeros.
[[nodiscard]] bool IsCroNumber(std::string_view value);

}  // namespace gatepost
