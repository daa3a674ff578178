#pragma once

// Times as tables write them, beyond the ISO 8601 of published_time.h: "01/05/2024 09:30",
// "2024-05-01 09:30:00 UTC", seconds or milliseconds since 1970.

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/post.h"

namespace gatepost {

enum class DateOrder : uint8_t { kDayFirst, kMonthFirst };

struct WrittenTime {
  Time time;
  bool is_zone_assumed = false;  // it has a time of day and no zone, and was taken as UTC
};

// Years, months and days by '/', '-' or '.'; the year first, or last with two digits or four; the
// time of day with seconds or without, "AM" or "PM" behind it; "UTC", "GMT", Z or an offset.
// Spaces about it mean nothing. nullopt for anything else, and for days that do not exist.
[[nodiscard]] std::optional<WrittenTime> ParseWrittenTime(std::string_view text, DateOrder order);

// The order that a date can only be in: kMonthFirst of "05/13/2024"; nullopt if it may be either,
// or is no date with the year last.
[[nodiscard]] std::optional<DateOrder> OrderOf(std::string_view text);

}  // namespace gatepost
