#include "validate/national_numbers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "base/ascii.h"
#include "validate/dates.h"
#include "validate/sums.h"

namespace gatepost {
namespace {

// As many digits as there are weights, each times its own.
int Weighted(std::string_view digits, std::span<const int> weights) {
  int sum = 0;
  for (size_t i = 0; i < weights.size(); ++i) sum += weights[i] * DigitValue(digits[i]);
  return sum;
}

// 18 digits at most.
uint64_t Number(std::string_view digits) {
  uint64_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<uint64_t>(DigitValue(c));
  return number;
}

int TwoDigits(std::string_view text) { return static_cast<int>(Number(text.substr(0, 2))); }

bool IsDigits(std::string_view value, size_t size) {
  return value.size() == size && AreDigits(value);
}

// The value with `added` taken off the two digits at `at`, where they hold more than that.
std::string WithLess(std::string_view value, size_t at, int added) {
  std::string less(value);
  const int number = TwoDigits(value.substr(at, 2));
  if (number > added) less[at] = static_cast<char>(less[at] - added / 10);
  return less;
}

// What a letter or digit counts at an odd place of a codice fiscale, the first being odd.
int OddPlaceValue(char c) {
  constexpr std::array<int, 26> kLetters = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                            20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  const int place = IsDigit(c) ? DigitValue(c) : Upper(c) - 'A';
  return kLetters[static_cast<size_t>(place)];
}

}  // namespace

bool IsAustralianMedicare(std::string_view value) {
  constexpr std::array<int, 8> kWeights = {1, 3, 7, 9, 1, 3, 7, 9};
  if (!IsDigits(value, 10) && !IsDigits(value, 11)) return false;
  return Weighted(value, kWeights) % 10 == DigitValue(value[8]) && value[9] != '0';
}

bool IsBelgianNational(std::string_view value) {
  constexpr uint64_t kSince2000 = 2'000'000'000;
  if (!IsDigits(value, 11)) return false;
  const int month = TwoDigits(value.substr(2)) % 20;
  const int day = TwoDigits(value.substr(4));
  if (month > 12 || day > 31) return false;  // 0 where the day of birth is not known
  const uint64_t number = Number(value.substr(0, 9));
  const uint64_t check = Number(value.substr(9));
  return check == 97 - number % 97 || check == 97 - (kSince2000 + number) % 97;
}

bool IsBrazilianCpf(std::string_view value) {
  constexpr std::array<int, 10> kWeights = {11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
  if (!IsDigits(value, 11)) return false;
  if (value.find_first_not_of(value.front()) == std::string_view::npos) return false;
  const auto check = [&](std::string_view digits, std::span<const int> weights) {
    return (11 - Weighted(digits, weights) % 11) % 11 % 10;
  };
  return check(value, std::span(kWeights).subspan(1)) == DigitValue(value[9]) &&
         check(value, kWeights) == DigitValue(value[10]);
}

bool IsFrenchNir(std::string_view value) {
  constexpr size_t kCorsicaAt = 6;
  if (value.size() != 15) return false;
  std::string digits(value);
  const char letter = Upper(digits[kCorsicaAt]);
  if (letter == 'A' || letter == 'B') {
    if (digits[kCorsicaAt - 1] != '2') return false;
    digits[kCorsicaAt - 1] = '1';
    digits[kCorsicaAt] = letter == 'A' ? '9' : '8';
  }
  if (!AreDigits(digits)) return false;
  const std::string_view all = digits;
  return Number(all.substr(13)) == 97 - Number(all.substr(0, 13)) % 97;
}

bool IsItalianFiscalCode(std::string_view value) {
  constexpr size_t kWeighed = 15;
  if (value.size() != kWeighed + 1 || !IsLetter(value.back())) return false;
  int sum = 0;
  for (size_t i = 0; i < kWeighed; ++i) {
    const char c = value[i];
    if (!IsDigit(c) && !IsLetter(c)) return false;
    const bool is_odd = i % 2 == 0;
    sum += is_odd ? OddPlaceValue(c) : IsDigit(c) ? DigitValue(c) : Upper(c) - 'A';
  }
  return sum % 26 == Upper(value.back()) - 'A';
}

bool IsNorwegianNational(std::string_view value) {
  constexpr std::array<int, 10> kFirst = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  constexpr std::array<int, 11> kSecond = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  if (!IsDigits(value, 11) || !HasDmy6Prefix(WithLess(value, 0, 40))) return false;
  return Weighted(value, kFirst) % 11 == 0 && Weighted(value, kSecond) % 11 == 0;
}

bool IsSwedishPersonal(std::string_view value) {
  if (IsDigits(value, 12)) value.remove_prefix(2);
  if (!IsDigits(value, 10) || !PassesLuhn(value)) return false;
  return IsDateYmd6(WithLess(value.substr(0, 6), 4, 60));
}

}  // namespace gatepost
