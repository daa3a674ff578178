#pragma once

// The typing errors that check digits are made to notice.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatepost {

// Each digit of `value` replaced by each of the nine others.
[[nodiscard]] inline std::vector<std::string> SingleDigitErrors(std::string_view value) {
  std::vector<std::string> errors;
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] < '0' || value[i] > '9') continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == value[i]) continue;
      errors.emplace_back(value);
      errors.back()[i] = digit;
    }
  }
  return errors;
}

// Each two different neighbours swapped.
[[nodiscard]] inline std::vector<std::string> AdjacentSwaps(std::string_view value) {
  std::vector<std::string> errors;
  for (size_t i = 0; i + 1 < value.size(); ++i) {
    if (value[i] == value[i + 1]) continue;
    errors.emplace_back(value);
    std::swap(errors.back()[i], errors.back()[i + 1]);
  }
  return errors;
}

// Those of `errors` that `accepts` does not notice.
template <class Accepts>
[[nodiscard]] std::vector<std::string> Unnoticed(const std::vector<std::string>& errors,
                                                 const Accepts& accepts) {
  std::vector<std::string> unnoticed;
  for (const std::string& error : errors) {
    if (accepts(error)) unnoticed.push_back(error);
  }
  return unnoticed;
}

}  // namespace gatepost
