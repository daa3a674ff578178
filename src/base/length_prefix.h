#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gatepost {

// What stands before a part that is digested with others, so that how they are parted counts: its
// length in eight bytes, the least first.
[[nodiscard]] constexpr std::array<uint8_t, 8> LengthPrefix(std::string_view part) {
  std::array<uint8_t, 8> prefix{};
  for (size_t i = 0; i < prefix.size(); ++i) {
    prefix[i] = static_cast<uint8_t>(uint64_t{part.size()} >> (8 * i));
  }
  return prefix;
}

}  // namespace gatepost
