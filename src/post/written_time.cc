#include "post/written_time.h"

#include <charconv>
#include <string>

#include "base/ascii.h"
#include "post/published_time.h"

namespace gatepost {
namespace {

// The digits that `text` begins with, at most `max`, taken off it.
std::string_view TakeDigits(std::string_view& text, size_t max) {
  size_t count = 0;
  while (count < max && count < text.size() && IsDigit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool TakeOneOf(std::string_view& text, std::string_view signs) {
  if (text.empty() || signs.find(text.front()) == signs.npos) return false;
  text.remove_prefix(1);
  return true;
}

std::string TwoDigits(std::string_view digits) {
  return (digits.size() == 1 ? "0" : "") + std::string(digits);
}

// The three numbers of a date, in the order in which they stand, and what follows them.
struct DateParts {
  std::string_view first, second, third, rest;
};

std::optional<DateParts> PartsOf(std::string_view text) {
  DateParts parts;
  parts.first = TakeDigits(text, 4);
  if (!TakeOneOf(text, "/-.")) return std::nullopt;
  parts.second = TakeDigits(text, 2);
  if (!TakeOneOf(text, "/-.")) return std::nullopt;
  parts.third = TakeDigits(text, 4);
  parts.rest = text;
  if (parts.first.empty() || parts.second.empty() || parts.third.empty()) return std::nullopt;
  return parts;
}

bool IsYearLast(const DateParts& parts) {
  return parts.first.size() <= 2 && (parts.third.size() == 4 || parts.third.size() == 2);
}

// The date as ISO 8601 has it; empty if it is none.
std::string IsoDate(const DateParts& parts, DateOrder order) {
  if (parts.first.size() == 4 && parts.third.size() <= 2) {
    return std::string(parts.first) + "-" + TwoDigits(parts.second) + "-" + TwoDigits(parts.third);
  }
  if (!IsYearLast(parts)) return {};
  const bool is_day_first = order == DateOrder::kDayFirst;
  const std::string_view month = is_day_first ? parts.second : parts.first;
  const std::string_view day = is_day_first ? parts.first : parts.second;
  const std::string_view century = parts.third.size() == 2 ? "20" : "";
  return std::string(century) + std::string(parts.third) + "-" + TwoDigits(month) + "-" +
         TwoDigits(day);
}

// "AM" or "PM" taken off the front: how many hours to add, where twelve is none.
std::optional<int> TakeHalfOfDay(std::string_view& text) {
  const std::string_view word = Trimmed(text).substr(0, 2);
  const bool is_morning = EqualsLower(word, "am");
  if (!is_morning && !EqualsLower(word, "pm")) return std::nullopt;
  text = Trimmed(text).substr(2);
  return is_morning ? 0 : 12;
}

// The time of day as ISO 8601 has it, taken off the front; empty if it is none.
std::string TakeTimeOfDay(std::string_view& text) {
  const std::string_view hour_digits = TakeDigits(text, 2);
  if (hour_digits.empty() || !TakeOneOf(text, ":")) return {};
  const std::string_view minutes = TakeDigits(text, 2);
  std::string rest = ":" + std::string(minutes);
  if (TakeOneOf(text, ":")) rest += ":" + std::string(TakeDigits(text, 2));
  if (TakeOneOf(text, ".,")) TakeDigits(text, 9);
  int hour = 0;
  std::from_chars(hour_digits.data(), hour_digits.data() + hour_digits.size(), hour);
  if (const std::optional<int> half = TakeHalfOfDay(text)) {
    if (hour < 1 || hour > 12) return {};
    hour = hour % 12 + *half;
  }
  return TwoDigits(std::to_string(hour)) + rest;
}

std::optional<WrittenTime> Whole(const std::string& iso, bool is_zone_assumed) {
  const std::optional<Time> time = ParseIsoTime(iso);
  if (!time) return std::nullopt;
  return WrittenTime{*time, is_zone_assumed};
}

std::optional<WrittenTime> ParseUnix(std::string_view text) {
  constexpr size_t kDigitsOfMilliseconds = 13;
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool is_milliseconds = whole.size() == kDigitsOfMilliseconds;
  const bool is_seconds = whole.size() == 9 || whole.size() == 10;
  if ((!is_milliseconds && !is_seconds) || !AreDigits(whole)) return std::nullopt;
  if (is_milliseconds) text = whole.substr(0, 10);
  const std::optional<Time> time = ParseUnixTime(text);
  if (!time) return std::nullopt;
  return WrittenTime{*time, false};
}

}  // namespace

std::optional<WrittenTime> ParseWrittenTime(std::string_view text, DateOrder order) {
  text = Trimmed(text);
  const std::optional<DateParts> parts = PartsOf(text);
  if (!parts) return ParseUnix(text);
  const std::string date = IsoDate(*parts, order);
  if (date.empty()) return std::nullopt;
  std::string_view rest = parts->rest;
  if (rest.empty()) return Whole(date, false);
  if (!TakeOneOf(rest, " T,")) return std::nullopt;
  rest = Trimmed(rest);
  const std::string time = TakeTimeOfDay(rest);
  if (time.empty()) return std::nullopt;
  rest = Trimmed(rest);
  const bool is_utc = EqualsLower(rest, "utc") || EqualsLower(rest, "gmt");
  const std::string zone = is_utc || rest.empty() ? "Z" : std::string(rest);
  return Whole(date + "T" + time + zone, rest.empty());
}

std::optional<DateOrder> OrderOf(std::string_view text) {
  const std::optional<DateParts> parts = PartsOf(Trimmed(text));
  if (!parts || !IsYearLast(*parts) || parts->second.size() > 2) return std::nullopt;
  const auto is_over_12 = [](std::string_view digits) { return TwoDigits(digits) > "12"; };
  if (is_over_12(parts->first)) return DateOrder::kDayFirst;
  if (is_over_12(parts->second)) return DateOrder::kMonthFirst;
  return std::nullopt;
}

}  // namespace gatepost
