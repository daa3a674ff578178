#pragma once

// Bytes as two hex digits each, which are written in lower case.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/ascii.h"

namespace gatepost {

[[nodiscard]] std::array<char, 2> HexOf(uint8_t byte);
[[nodiscard]] std::string HexText(std::span<const uint8_t> bytes);

// Fills `bytes` with what `digits` say; false, with some of them filled, if those are not
// lower-case hex or not exactly as many as it takes.
[[nodiscard]] bool ReadHex(std::string_view digits, std::span<uint8_t> bytes);

// What a hex digit of any case stands for; -1 if it is none.
[[nodiscard]] constexpr int HexValue(char c) {
  if (IsDigit(c)) return DigitValue(c);
  const char lower = Lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// What the two hex digits at that place stand for, of any case; nullopt if two do not stand there.
[[nodiscard]] constexpr std::optional<uint8_t> HexByteAt(std::string_view text, size_t at) {
  if (text.size() < 2 || at > text.size() - 2) return std::nullopt;
  const int high = HexValue(text[at]);
  const int low = HexValue(text[at + 1]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<uint8_t>(high * 16 + low);
}

}  // namespace gatepost
