#include "validate/birth_date.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "validate/dates.h"

namespace gatepost {
namespace {

using std::chrono::sys_days;

// Before it the oldest people alive were not born.
constexpr int kFirstYear = 1910;
constexpr int kLastYear = 2039;
constexpr int kFirstShortYear = 30;  // 1930; 29 is 2029

constexpr size_t kStemLength = 3;

// The first three letters of each month: English, Welsh, and Welsh after a soft mutation.
using Stems = std::array<std::string_view, 3>;
constexpr std::array<Stems, 12> kMonths = {{
    {"jan", "ion", "ion"},
    {"feb", "chw", "chw"},
    {"mar", "maw", "faw"},
    {"apr", "ebr", "ebr"},
    {"may", "mai", "fai"},
    {"jun", "meh", "feh"},
    {"jul", "gor", "orf"},
    {"aug", "aws", "aws"},
    {"sep", "med", "fed"},
    {"oct", "hyd", "hyd"},
    {"nov", "tac", "dac"},
    {"dec", "rha", "rag"},
}};

std::optional<int> MonthOf(std::string_view word) {
  if (word.size() < kStemLength) return std::nullopt;
  const std::array<char, kStemLength> letters = {Lower(word[0]), Lower(word[1]), Lower(word[2])};
  const std::string_view stem(letters.data(), letters.size());
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const Stems& stems = kMonths[i];
    if (std::find(stems.begin(), stems.end(), stem) != stems.end()) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

// "1st of May", "1af o Fai".
bool IsFiller(std::string_view word) {
  return (word.size() == 1 || (word.size() == 2 && Lower(word[1]) == 'f')) && Lower(word[0]) == 'o';
}

struct Number {
  int value = 0;
  size_t digits = 0;
};

// What the text is made of: its numbers in their order, and the month if a word names one.
struct Parts {
  std::array<Number, 3> numbers{};
  size_t count = 0;
  std::optional<int> month{};
};

std::string_view RunAt(std::string_view text, size_t at, bool (*is_in)(char)) {
  size_t end = at;
  while (end < text.size() && is_in(text[end])) ++end;
  return text.substr(at, end - at);
}

bool AddNumber(std::string_view digits, Parts& parts) {
  if (parts.count == parts.numbers.size() || digits.size() > 4) return false;
  Number& number = parts.numbers[parts.count++];
  for (const char c : digits) number.value = number.value * 10 + DigitValue(c);
  number.digits = digits.size();
  return true;
}

std::optional<Parts> PartsOf(std::string_view text) {
  constexpr std::string_view kSeparators = " ./-,'";
  Parts parts;
  for (size_t at = 0; at < text.size();) {
    if (const std::string_view digits = RunAt(text, at, IsDigit); !digits.empty()) {
      if (!AddNumber(digits, parts)) return std::nullopt;
      at += digits.size();
      at += RunAt(text, at, IsLetter).size();  // "st", "af"
    } else if (const std::string_view word = RunAt(text, at, IsLetter); !word.empty()) {
      if (!IsFiller(word)) {
        if (parts.month) return std::nullopt;
        parts.month = MonthOf(word);
        if (!parts.month) return std::nullopt;
      }
      at += word.size();
    } else if (kSeparators.find(text[at++]) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return parts;
}

std::optional<sys_days> DayOf(Number year, int month, Number day) {
  if (day.digits > 2 || (year.digits != 2 && year.digits != 4)) return std::nullopt;
  int number = year.value;
  if (year.digits == 2) number += number < kFirstShortYear ? 2000 : 1900;
  if (number < kFirstYear || number > kLastYear) return std::nullopt;
  if (!IsCalendarDay(number, month, day.value)) return std::nullopt;
  return sys_days(std::chrono::year(number) / month / day.value);
}

std::optional<sys_days> DayInFigures(Number first, Number second, Number third) {
  if (second.digits > 2) return std::nullopt;
  if (first.digits == 4) return DayOf(first, second.value, third);
  if (first.digits > 2) return std::nullopt;
  const auto day_first = DayOf(third, second.value, first);
  return day_first ? day_first : DayOf(third, first.value, second);
}

// Digits in a row, cut into numbers of these lengths.
std::optional<sys_days> DayInRow(std::string_view digits, const std::array<size_t, 3>& lengths) {
  Parts parts;
  for (const size_t length : lengths) {
    AddNumber(digits.substr(0, length), parts);
    digits.remove_prefix(length);
  }
  return DayInFigures(parts.numbers[0], parts.numbers[1], parts.numbers[2]);
}

std::optional<sys_days> DayInRow(std::string_view digits) {
  if (digits.size() == 6) return DayInRow(digits, {2, 2, 2});
  if (digits.size() != 8) return std::nullopt;
  const auto day_first = DayInRow(digits, {2, 2, 4});
  return day_first ? day_first : DayInRow(digits, {4, 2, 2});
}

}  // namespace

std::optional<sys_days> BirthDateOf(std::string_view value) {
  if (AreDigits(value)) return DayInRow(value);
  const std::optional<Parts> parts = PartsOf(value);
  if (!parts) return std::nullopt;
  const auto& [first, second, third] = parts->numbers;
  if (parts->month) {
    return parts->count == 2 ? DayOf(second, *parts->month, first) : std::nullopt;
  }
  return parts->count == 3 ? DayInFigures(first, second, third) : std::nullopt;
}

bool IsBirthDate(std::string_view value) { return BirthDateOf(value).has_value(); }

}  // namespace gatepost
