#pragma once

// Decoding UTF-8 one code point at a time, by the letter of Unicode's table 3-7 (no overlong forms,
// no surrogates).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatepost {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  uint8_t size = 1;  // bytes it takes in the text; of an invalid sequence, its maximal subpart
  bool is_valid = true;
};

// The code point that begins at text[at]; `at` must be inside the text.
[[nodiscard]] CodePoint DecodeUtf8(std::string_view text, size_t at);

// Appends the UTF-8 form of `value` (U+FFFD for a surrogate or anything over U+10FFFF).
void AppendUtf8(char32_t value, std::string& out);

[[nodiscard]] bool IsValidUtf8(std::string_view text);

}  // namespace gatepost
