#pragma once

// Dates of the Gregorian calendar as they stand inside identifiers: a day that never was is no
// date.

#include <string_view>

namespace gatepost {

// Day, month, year: "1/2/1980", "01.02.80", "1-2-80" with one kind of separator throughout, or the
// digits alone, "01021980" and "010280".
[[nodiscard]] bool IsDateDmy(std::string_view value);
// Year, month, day as in ISO 8601: "1980-02-01" or "19800201".
[[nodiscard]] bool IsDateIso(std::string_view value);
// Year, month, day in six digits: "800201".
[[nodiscard]] bool IsDateYmd6(std::string_view value);

// The text begins with a date in six digits, day first: "010280…".
[[nodiscard]] bool HasDmy6Prefix(std::string_view value);

// That day was or will be, since 1583.
[[nodiscard]] bool IsCalendarDay(int year, int month, int day);

// Four-digit years are those since 1583, the first that the calendar was in use for; a year of two
// digits is one of this century or the last, whichever has the day.

}  // namespace gatepost
