#include "validate/mrz.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/ascii.h"

namespace gatepost {
namespace {

// Where a part of a line begins, and its length.
struct Part {
  size_t begin, length;
};

// Digits are worth themselves, A = 10 to Z = 35, the filler nothing; -1 for any other character.
int ValueOf(char c) {
  if (c == '<') return 0;
  if (IsDigit(c)) return DigitValue(c);
  return IsLetter(c) ? Upper(c) - 'A' + 10 : -1;
}

// The check digit at `check` is that of `parts` laid end to end: weights 7, 3, 1 in turn, modulo 10
// (part 3, 4.9).
bool Fits(std::string_view line, std::initializer_list<Part> parts, size_t check) {
  constexpr auto kWeights = std::to_array({7, 3, 1});
  int sum = 0;
  size_t place = 0;
  for (const Part& part : parts) {
    for (const char c : line.substr(part.begin, part.length)) {
      sum += kWeights[place++ % kWeights.size()] * ValueOf(c);
    }
  }
  return IsDigit(line[check]) && DigitValue(line[check]) == sum % 10;
}

// A year, a month and a day in two digits each, any of which but the year may be unknown.
bool IsDate(std::string_view date) {
  const auto is_from_1_to = [&](size_t begin, int last) {
    const std::string_view digits = date.substr(begin, 2);
    if (digits == "<<") return true;
    if (!AreDigits(digits)) return false;
    const int number = DigitValue(digits[0]) * 10 + DigitValue(digits[1]);
    return number >= 1 && number <= last;
  };
  return AreDigits(date.substr(0, 2)) && is_from_1_to(2, 12) && is_from_1_to(4, 31);
}

// A date at `begin`, with its check digit behind it.
bool HasDate(std::string_view line, size_t begin) {
  return IsDate(line.substr(begin, 6)) && Fits(line, {{begin, 6}}, begin + 6);
}

// The second line of a document in two lines; they differ by how long the optional part is.
bool HasTwoLineFields(std::string_view line) {
  return Fits(line, {{0, 9}}, 9) && HasDate(line, 13) && HasDate(line, 21);
}

bool IsPassportLine(std::string_view line) {
  const std::string_view optional = line.substr(28, 14);
  const bool is_empty = optional.find_first_not_of('<') == std::string_view::npos;
  return HasTwoLineFields(line) && ((is_empty && line[42] == '<') || Fits(line, {{28, 14}}, 42)) &&
         Fits(line, {{0, 10}, {13, 7}, {21, 22}}, 43);
}

bool IsTwoLineDocument(std::string_view line) {
  return HasTwoLineFields(line) && Fits(line, {{0, 10}, {13, 7}, {21, 14}}, 35);
}

bool IsThreeLineCard(std::string_view line) {
  if (IsDigit(line[0])) return HasDate(line, 0) && HasDate(line, 8);
  return IsLetter(line[0]) && Fits(line, {{5, 9}}, 14);
}

}  // namespace

bool IsMrzLine(std::string_view value) {
  if (std::any_of(value.begin(), value.end(), [](char c) { return ValueOf(c) < 0; })) return false;
  switch (value.size()) {
    case 44:
      return IsPassportLine(value);
    case 36:
      return IsTwoLineDocument(value);
    case 30:
      return IsThreeLineCard(value);
    default:
      return false;
  }
}

}  // namespace gatepost
