#pragma once

// Sets of 7-bit bytes: the named ones, case, and how they are written as a class.

#include <string>
#include <string_view>

#include "regex/regex.h"

namespace gatepost {

[[nodiscard]] ByteSet SetOf(std::string_view bytes);          // each of them 7-bit
[[nodiscard]] ByteSet SetOfRange(uint8_t low, uint8_t high);  // both included, both 7-bit

[[nodiscard]] ByteSet Digits();
[[nodiscard]] ByteSet WordBytes();      // letters, digits and _
[[nodiscard]] ByteSet Alphanumerics();  // letters and digits

// All bytes that are not in `bytes`, and neither NUL nor newline.
[[nodiscard]] ByteSet Negated(const ByteSet& bytes);

// `bytes` and the other case of its letters.
[[nodiscard]] ByteSet WithBothCases(const ByteSet& bytes);

// One byte, or one letter in both cases.
[[nodiscard]] bool IsOneLiteral(const ByteSet& bytes);

// As RE2 and people read it: "a", "\.", "[0-9A-F]". `bytes` is not empty.
[[nodiscard]] std::string ToClassSource(const ByteSet& bytes);

// One byte of a regex's source: itself, escaped if it means something else, \xHH if not printable.
[[nodiscard]] std::string ToLiteralSource(uint8_t byte);

}  // namespace gatepost
