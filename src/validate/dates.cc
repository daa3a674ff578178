#include "validate/dates.h"

#include <chrono>
#include <optional>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr int kFirstGregorianYear = 1583;

struct DateParts {
  std::string_view day, month, year;  // digits
};

std::optional<int> NumberOf(std::string_view digits) {
  if (digits.empty() || digits.size() > 4 || !AreDigits(digits)) return std::nullopt;
  int number = 0;
  for (const char c : digits) number = number * 10 + DigitValue(c);
  return number;
}

bool IsDate(const DateParts& parts) {
  if (parts.day.size() > 2 || parts.month.size() > 2) return false;
  const auto day = NumberOf(parts.day);
  const auto month = NumberOf(parts.month);
  const auto year = NumberOf(parts.year);
  if (!day || !month || !year) return false;
  if (parts.year.size() == 2) {
    return IsCalendarDay(1900 + *year, *month, *day) || IsCalendarDay(2000 + *year, *month, *day);
  }
  return parts.year.size() == 4 && IsCalendarDay(*year, *month, *day);
}

}  // namespace

bool IsCalendarDay(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;  // more than a byte wraps
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return year >= kFirstGregorianYear && date.ok();
}

bool IsDateDmy(std::string_view value) {
  constexpr std::string_view kSeparators = "/.- ";
  const size_t first = value.find_first_of(kSeparators);
  if (first == std::string_view::npos) {
    if (value.size() != 6 && value.size() != 8) return false;
    return IsDate({value.substr(0, 2), value.substr(2, 2), value.substr(4)});
  }
  const size_t second = value.find(value[first], first + 1);
  if (second == std::string_view::npos) return false;
  return IsDate({value.substr(0, first), value.substr(first + 1, second - first - 1),
                 value.substr(second + 1)});
}

bool IsDateIso(std::string_view value) {
  if (value.size() == 8) return IsDate({value.substr(6), value.substr(4, 2), value.substr(0, 4)});
  if (value.size() != 10 || value[4] != '-' || value[7] != '-') return false;
  return IsDate({value.substr(8), value.substr(5, 2), value.substr(0, 4)});
}

bool IsDateYmd6(std::string_view value) {
  if (value.size() != 6) return false;
  return IsDate({value.substr(4), value.substr(2, 2), value.substr(0, 2)});
}

bool HasDmy6Prefix(std::string_view value) {
  return value.size() >= 6 && IsDateDmy(value.substr(0, 6));
}

}  // namespace gatepost
