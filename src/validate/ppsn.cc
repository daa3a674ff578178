#include "validate/ppsn.h"

#include <cstddef>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kDigits = 7;
constexpr size_t kLength = 8;  // with the check letter

// What the second letter adds to the sum; negative if it is none.
int WeighSecondLetter(char c) {
  constexpr std::string_view kOlderSeries = "TWX";
  constexpr int kWeight = 9;
  const char letter = Upper(c);
  if (kOlderSeries.find(letter) != std::string_view::npos) return 0;
  return letter >= 'A' && letter <= 'I' ? (letter - 'A' + 1) * kWeight : -1;
}

}  // namespace

bool IsPpsn(std::string_view value) {
  constexpr std::string_view kLetters = "WABCDEFGHIJKLMNOPQRSTUV";
  constexpr int kFirstWeight = 8;
  const bool has_second_letter = value.size() == kLength + 1;
  if (value.size() != kLength && !has_second_letter) return false;
  if (!AreDigits(value.substr(0, kDigits))) return false;
  int sum = has_second_letter ? WeighSecondLetter(value.back()) : 0;
  if (sum < 0) return false;
  for (size_t i = 0; i < kDigits; ++i) {
    sum += (kFirstWeight - static_cast<int>(i)) * DigitValue(value[i]);
  }
  return kLetters[static_cast<size_t>(sum) % kLetters.size()] == Upper(value[kDigits]);
}

}  // namespace gatepost
