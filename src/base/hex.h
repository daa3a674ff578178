#pragma once

// Bytes as two lower-case hex digits each.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gatepost {

[[nodiscard]] std::array<char, 2> HexOf(uint8_t byte);
[[nodiscard]] std::string HexText(std::span<const uint8_t> bytes);

// Fills `bytes` with what `digits` say; false, with some of them filled, if those are not
// lower-case hex or not exactly as many as it takes.
[[nodiscard]] bool ReadHex(std::string_view digits, std::span<uint8_t> bytes);

}  // namespace gatepost
