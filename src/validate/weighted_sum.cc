#include <cassert>
#include <optional>

#include "base/ascii.h"
#include "validate/check.h"

namespace gatepost {
namespace {

std::optional<int> ValueOf(char c, std::string_view alphabet) {
  if (IsDigit(c)) return DigitValue(c);
  if (!IsLetter(c)) return std::nullopt;
  const char letter = Upper(c);
  if (alphabet.empty()) return letter - 'A' + 10;
  const size_t place = alphabet.find(letter);
  if (place == std::string_view::npos) return std::nullopt;
  return static_cast<int>(place);
}

}  // namespace

bool WeightedSum::Accepts(std::string_view value) const {
  assert(modulus > 0);
  if (value.size() != weights.size() + 1) return false;
  const bool is_last = position == Position::kLast;
  const char check = is_last ? value.back() : value.front();
  const std::string_view weighed = value.substr(is_last ? 0 : 1, weights.size());

  int sum = 0;
  for (size_t i = 0; i < weighed.size(); ++i) {
    const auto character = ValueOf(weighed[i], alphabet);
    if (!character) return false;
    sum += weights[i] * *character;
  }
  const int remainder = sum % modulus;
  const auto check_value = ValueOf(check, alphabet);
  switch (rule) {
    case Rule::kRemainder:
      return IsDigit(check) && DigitValue(check) == remainder;
    case Rule::kComplement: {
      const int complement = complement_of - remainder;
      return IsDigit(check) && DigitValue(check) == (complement == modulus ? 0 : complement);
    }
    case Rule::kZero:
      return check_value && (sum + *check_value) % modulus == 0;
    case Rule::kTable:
      return static_cast<size_t>(remainder) < table.size() &&
             table[static_cast<size_t>(remainder)] == Upper(check);
  }
  return false;
}

}  // namespace gatepost
