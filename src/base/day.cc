#include "base/day.h"

#include <charconv>
#include <system_error>

namespace gatepost {
namespace {

using std::chrono::year_month_day;

std::optional<unsigned> Number(std::string_view digits) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::string Digits(unsigned number, size_t count) {
  const std::string digits = std::to_string(number);
  return digits.size() < count ? std::string(count - digits.size(), '0') + digits : digits;
}

}  // namespace

std::optional<std::chrono::sys_days> DayOf(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = Number(text.substr(0, 4));
  const auto month = Number(text.substr(5, 2));
  const auto day = Number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                            std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::string DayText(std::chrono::sys_days day) {
  const year_month_day date(day);
  return Digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
         Digits(static_cast<unsigned>(date.month()), 2) + "-" +
         Digits(static_cast<unsigned>(date.day()), 2);
}

}  // namespace gatepost
