#pragma once

// Sets of bytes on which the filter, the cues and the looks themselves agree.

#include <cstdint>
#include <string_view>

namespace gatepost {

inline constexpr std::string_view kLettersLikeDigits = "OoQIilZzSsGbBgq";
// An encoding may begin with one.
inline constexpr std::string_view kEncodingSigns = "&%\\=";
// No pattern expects one between groups of letters or digits.
inline constexpr std::string_view kOddSigns = "\n*~|#<>[]{}^!?%$@\\\x1A\x0E\x0F\x10";
// Lists and sums have them between digits, too.
inline constexpr std::string_view kListSigns = ",:;=+&\"'";
inline constexpr std::string_view kOpeningSigns = "([{<*";
inline constexpr std::string_view kClosingSigns = ")]}>*";
// What stands in brackets: @ and . themselves, or words for them, which begin with a and d.
inline constexpr std::string_view kBracketedMarks = "@.";
inline constexpr std::string_view kBracketed = "aAdD";
// Beside a sign that is told in a word or stands in brackets.
inline constexpr uint32_t kMostSpaces = 2;

}  // namespace gatepost
