#include "validate/hmrc.h"

#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kPrefixLength = 2;
constexpr size_t kVatLength = 9;
constexpr size_t kVatLengthWithBranch = 12;
constexpr size_t kAccountsOfficeLength = 13;

char UpperAt(std::string_view value, size_t at) { return Upper(value[at]); }

bool BeginsWith(std::string_view value, char first, char second) {
  return value.size() >= kPrefixLength && UpperAt(value, 0) == first && UpperAt(value, 1) == second;
}

bool PassesVatSum(std::string_view digits) {
  constexpr std::array<int, kVatLength> kWeights = {8, 7, 6, 5, 4, 3, 2, 10, 1};
  constexpr int kAddedSince2010 = 55;
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * DigitValue(digits[i]);
  return sum % 97 == 0 || (sum + kAddedSince2010) % 97 == 0;
}

// Digits everywhere but P after three, any letter after it, and an X that may stand last.
bool HasAccountsOfficeShape(std::string_view value) {
  return value.size() == kAccountsOfficeLength && AreDigits(value.substr(0, 3)) &&
         UpperAt(value, 3) == 'P' && AreDigits(value.substr(5, 7)) &&
         (IsDigit(value.back()) || Upper(value.back()) == 'X');
}

}  // namespace

bool IsVatNumber(std::string_view value) {
  const bool has_country = BeginsWith(value, 'G', 'B') || BeginsWith(value, 'X', 'I');
  const std::string_view number = has_country ? value.substr(kPrefixLength) : value;
  const bool has_length = number.size() == kVatLength || number.size() == kVatLengthWithBranch;
  return has_length && AreDigits(number) && PassesVatSum(number);
}

bool IsAccountsOfficeReference(std::string_view value) {
  constexpr std::array<int, kAccountsOfficeLength> kWeights = {9, 10, 11, 12, 0, 8, 7,
                                                               6, 5,  4,  3,  2, 1};
  constexpr std::string_view kLetters = "ABCDEFGHXJKLMNYPQRSTZVW";
  constexpr size_t kCheckLetter = 4;
  constexpr int kValueOfP = 48;
  constexpr int kValueOfX = 41;
  if (!HasAccountsOfficeShape(value)) return false;
  int sum = kWeights[3] * kValueOfP;
  for (size_t i = 0; i < value.size(); ++i) {
    if (IsDigit(value[i])) sum += kWeights[i] * DigitValue(value[i]);
  }
  if (!IsDigit(value.back())) sum += kValueOfX;
  return kLetters[static_cast<size_t>(sum) % kLetters.size()] == UpperAt(value, kCheckLetter);
}

}  // namespace gatepost
