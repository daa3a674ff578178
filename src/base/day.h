#pragma once

// Days of the calendar as files and command lines write them: 2026-03-31.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gatepost {

// nullopt if `text` is anything but a day of the calendar, from year 0 to 9999.
[[nodiscard]] std::optional<std::chrono::sys_days> DayOf(std::string_view text);

// `day`, of such a year, as DayOf reads it.
[[nodiscard]] std::string DayText(std::chrono::sys_days day);

}  // namespace gatepost
