#include "validate/birth_date.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "validate/dates.h"
#include "validate/word_table.h"

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

// "the 1st day of May", "y 1af o Fai", "yr unfed ar ddeg".
constexpr WordTable kFillers({"ar", "day", "dydd", "o", "of", "the", "y", "yr"});

struct Ordinal {
  std::string_view word;
  int value;
};

// Days and months told in words, English and Welsh.
constexpr auto kOrdinals = std::to_array<Ordinal>({
    {"first", 1},        {"second", 2},      {"third", 3},       {"fourth", 4},
    {"fifth", 5},        {"sixth", 6},       {"seventh", 7},     {"eighth", 8},
    {"ninth", 9},        {"tenth", 10},      {"eleventh", 11},   {"twelfth", 12},
    {"thirteenth", 13},  {"fourteenth", 14}, {"fifteenth", 15},  {"sixteenth", 16},
    {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
    {"thirtieth", 30},   {"cyntaf", 1},      {"ail", 2},         {"trydydd", 3},
    {"pedwerydd", 4},    {"pumed", 5},       {"chweched", 6},    {"seithfed", 7},
    {"wythfed", 8},      {"nawfed", 9},      {"degfed", 10},     {"unfed", 1},
    {"deuddegfed", 12},  {"pymthegfed", 15}, {"deunawfed", 18},  {"ugeinfed", 20},
});

// What is added to the ordinal behind it, "twenty first" …
constexpr auto kTens = std::to_array<Ordinal>({{"twenty", 20}, {"thirty", 30}});
// … and to the one before it: "unfed ar ddeg" (11).
constexpr auto kAddends = std::to_array<Ordinal>({{"ddeg", 10}, {"bymtheg", 15}, {"hugain", 20}});

template <size_t N>
std::optional<int> ValueOf(std::string_view word, const std::array<Ordinal, N>& among) {
  const auto found = std::find_if(among.begin(), among.end(), [word](const Ordinal& each) {
    return EqualsLower(word, each.word);
  });
  if (found == among.end()) return std::nullopt;
  return found->value;
}

struct Number {
  int value = 0;
  size_t digits = 0;  // none of one told in a word, which is no year
};

// What the text is made of: its numbers in their order, and the month if a word names one.
struct Parts {
  std::array<Number, 3> numbers{};
  size_t count = 0;
  std::optional<int> month{};
  int tens = 0;         // "twenty", of which the ordinal is still to come
  bool has_of = false;  // "3rd of the 5th": the day stands first
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

bool AddOrdinal(int value, Parts& parts) {
  if (parts.count == parts.numbers.size()) return false;
  if (parts.tens != 0 && value > 9) return false;
  parts.numbers[parts.count++] = {value + parts.tens, 0};
  parts.tens = 0;
  return true;
}

bool AddToOrdinal(int value, Parts& parts) {
  if (parts.count == 0 || parts.numbers[parts.count - 1].digits != 0) return false;
  parts.numbers[parts.count - 1].value += value;
  return true;
}

bool AddWord(std::string_view word, Parts& parts) {
  parts.has_of |= EqualsLower(word, "of") || EqualsLower(word, "o");
  if (kFillers.Holds(word)) return true;
  if (const auto value = ValueOf(word, kOrdinals)) return AddOrdinal(*value, parts);
  if (const auto value = ValueOf(word, kTens)) {
    parts.tens = *value;
    return true;
  }
  if (const auto value = ValueOf(word, kAddends)) return AddToOrdinal(*value, parts);
  if (parts.month) return false;
  parts.month = MonthOf(word);
  return parts.month.has_value();
}

// How many of the letters behind a number end it: "1st", "1af", "3rdMay". Any others are a word:
// "03MAY61".
size_t OrdinalEnding(std::string_view letters) {
  constexpr WordTable kEndings(
      {"ad", "af", "ain", "ed", "eg", "fed", "il", "nd", "rd", "st", "th", "ydd"});
  if (kEndings.Holds(letters)) return letters.size();
  for (const size_t size : {3U, 2U}) {
    const bool ends = letters.size() > size && kEndings.Holds(letters.substr(0, size));
    if (ends && MonthOf(letters.substr(size))) return size;
  }
  return 0;
}

std::optional<Parts> PartsOf(std::string_view text) {
  constexpr std::string_view kSeparators = " ./-,'";
  Parts parts;
  for (size_t at = 0; at < text.size();) {
    if (const std::string_view digits = RunAt(text, at, IsDigit); !digits.empty()) {
      if (!AddNumber(digits, parts)) return std::nullopt;
      at += digits.size();
      at += OrdinalEnding(RunAt(text, at, IsLetter));
    } else if (const std::string_view word = RunAt(text, at, IsLetter); !word.empty()) {
      if (!AddWord(word, parts)) return std::nullopt;
      at += word.size();
    } else if (kSeparators.find(text[at++]) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  if (parts.tens != 0) return std::nullopt;
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

enum class Order : uint8_t { kEither, kDayFirst };

std::optional<sys_days> DayInFigures(Number first, Number second, Number third,
                                     Order order = Order::kEither) {
  if (second.digits > 2) return std::nullopt;
  if (first.digits == 4) return DayOf(first, second.value, third);
  if (first.digits > 2) return std::nullopt;
  const auto day_first = DayOf(third, second.value, first);
  return day_first || order == Order::kDayFirst ? day_first : DayOf(third, first.value, second);
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
    if (parts->count != 2) return std::nullopt;
    return first.digits == 4 ? DayOf(first, *parts->month, second)
                             : DayOf(second, *parts->month, first);
  }
  if (parts->count != 3) return std::nullopt;
  return DayInFigures(first, second, third, parts->has_of ? Order::kDayFirst : Order::kEither);
}

bool IsBirthDate(std::string_view value) { return BirthDateOf(value).has_value(); }

}  // namespace gatepost
