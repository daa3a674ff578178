#pragma once

// Which bytes words are made of, 64 at a time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "text/skeleton.h"

namespace gatepost {

// What a byte is in a word.
enum : uint8_t { kWordByte = 1, kSignByte = 2, kApostrophe = 4 };

constexpr std::array<uint8_t, 256> WordByteKinds() {
  std::array<uint8_t, 256> kinds{};
  for (size_t byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    if (IsLetter(c) || IsDigit(c) || c == '_') kinds[byte] = kWordByte;
  }
  for (const char c : {'$', '#', kTelephoneMark, kMailMark, kHouseMark}) {
    kinds[static_cast<uint8_t>(c)] = kSignByte;
  }
  kinds['\''] = kApostrophe;
  return kinds;
}
inline constexpr std::array<uint8_t, 256> kWordByteKinds = WordByteKinds();

// A bit for each byte, the first lowest; none behind the end of the text.
struct WordMasks {
  uint64_t words = 0;
  uint64_t signs = 0;
  uint64_t apostrophes = 0;
};

// Of the 64 bytes from `at` on, which are 7-bit.
[[nodiscard]] WordMasks WordMasksOf(std::string_view text, size_t at);
// The same on any processor.
[[nodiscard]] WordMasks PlainWordMasksOf(std::string_view text, size_t at);
#if defined(__x86_64__)
// The same on any of this kind, for those that lack AVX-512.
[[nodiscard]] WordMasks WordMasksBySse2(std::string_view text, size_t at);
#endif

}  // namespace gatepost
