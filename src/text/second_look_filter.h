#pragma once

// The first test for a second look, many bytes at a time: it clears nearly all prose.

#include <cstdint>
#include <string_view>

namespace gatepost {

// The first letters of number words that hardly any other word begins with ("sev", "thr", "nou"),
// in buckets of one bit each; 0 for any other three bytes, which are in any case. What counts as a
// distinctive number word is told by this alone, here and in CuesIn.
[[nodiscard]] uint8_t NumberWordBuckets(char first, char second, char third);

// "one", "un", "dim": number words that stand in any sentence.
[[nodiscard]] bool IsOrdinaryNumberWord(std::string_view word);

// False only if CuesIn finds nothing; it says maybe where this processor cannot do it quickly.
[[nodiscard]] bool MayHaveCues(std::string_view text);

}  // namespace gatepost
