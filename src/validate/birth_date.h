#pragma once

// Dates as people write them, of days on which somebody alive may have been born.

#include <chrono>
#include <optional>
#include <string_view>

namespace gatepost {

// The day that the text names; nullopt if it is anything but such a date. In any case:
// "1/2/1980", "01.02.80", "1980-02-01", "01021980", "19800201", "010280", "1st of February '80",
// "Feb 1, 1980", "1af o Chwefror 1980", "the first of February 1980", "1st of the 2nd 1980",
// "01FEB80". A month is told by its first three letters, English or Welsh, as they are or after a
// soft mutation; in figures alone the day stands before the month, or behind it where that alone
// gives a date. A year in two digits is one from 1930 to 2029. Nothing here knows what day it is:
// years from 1910 to 2039 may be those of somebody alive.
[[nodiscard]] std::optional<std::chrono::sys_days> BirthDateOf(std::string_view value);

// There is such a day.
[[nodiscard]] bool IsBirthDate(std::string_view value);

}  // namespace gatepost
