#include "base/hex.h"

namespace gatepost {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::array<char, 2> HexOf(uint8_t byte) { return {kDigits[byte >> 4], kDigits[byte & 15]}; }

std::string HexText(std::span<const uint8_t> bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const uint8_t byte : bytes) {
    const auto digits = HexOf(byte);
    text.append(digits.data(), digits.size());
  }
  return text;
}

bool ReadHex(std::string_view digits, std::span<uint8_t> bytes) {
  if (digits.size() != 2 * bytes.size()) return false;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const size_t high = kDigits.find(digits[2 * i]);
    const size_t low = kDigits.find(digits[2 * i + 1]);
    if (high == kDigits.npos || low == kDigits.npos) return false;
    bytes[i] = static_cast<uint8_t>(high * 16 + low);
  }
  return true;
}

}  // namespace gatepost
