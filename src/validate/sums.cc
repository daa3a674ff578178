#include "validate/sums.h"

#include <array>
#include <ranges>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kIbanHead = 4;        // country and check digits
constexpr size_t kMaxIbanLength = 34;  // ISO 13616-1

// The remainder after one more letter or digit is written behind the number that left `remainder`.
int Continue97(int remainder, char c) {
  if (IsDigit(c)) return (remainder * 10 + DigitValue(c)) % 97;
  return (remainder * 100 + Upper(c) - 'A' + 10) % 97;
}

// Of the numbers that leave 1, those with check digits 00, 01 and 99 are never issued: they repeat
// 97, 98 and 02.
bool AreIssuedCheckDigits(char tens, char units) {
  if (!IsDigit(tens) || !IsDigit(units)) return false;
  const int number = DigitValue(tens) * 10 + DigitValue(units);
  return number >= 2 && number <= 98;
}

// The product of two elements of the dihedral group of order 10, the rotations being 0 to 4.
constexpr int Product(int a, int b) {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
  return b < 5 ? 5 + (a - b) % 5 : (a - b + 5) % 5;
}

// Verhoeff's permutation, once for each place from the right.
constexpr std::array<int, 10> kPermutation = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

}  // namespace

bool PassesLuhn(std::string_view value) {
  if (value.size() < 2 || !AreDigits(value)) return false;
  int sum = 0;
  bool is_doubled = false;
  for (const char c : std::views::reverse(value)) {
    const int digit = DigitValue(c);
    const int twice = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += is_doubled ? twice : digit;
    is_doubled = !is_doubled;
  }
  return sum % 10 == 0;
}

bool PassesMod97(std::string_view value) {
  if (value.size() <= kIbanHead || value.size() > kMaxIbanLength) return false;
  if (!IsLetter(value[0]) || !IsLetter(value[1])) return false;
  if (!AreIssuedCheckDigits(value[2], value[3])) return false;
  int remainder = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[(i + kIbanHead) % value.size()];
    if (!IsDigit(c) && !IsLetter(c)) return false;
    remainder = Continue97(remainder, c);
  }
  return remainder == 1;
}

bool PassesVerhoeff(std::string_view value) {
  if (value.size() < 2 || !AreDigits(value)) return false;
  int product = 0;
  size_t place = 0;
  for (const char c : std::views::reverse(value)) {
    int digit = DigitValue(c);
    for (size_t i = 0; i < place % 8; ++i) digit = kPermutation[static_cast<size_t>(digit)];
    product = Product(product, digit);
    ++place;
  }
  return product == 0;
}

bool PassesMod11And10(std::string_view value) {
  if (value.size() < 2 || !AreDigits(value)) return false;
  int product = 10;
  for (const char c : value.substr(0, value.size() - 1)) {
    const int sum = (product + DigitValue(c)) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (product + DigitValue(value.back())) % 10 == 1;
}

}  // namespace gatepost
