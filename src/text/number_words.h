#pragma once

// Words that people say or write for digits, English and Welsh.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gatepost {

struct NumberWord {
  enum class Kind : uint8_t {
    kDigit,    // zero
    kWeak,     // nought, for: a digit only between two that are certain
    kTeen,     // ten to nineteen: two digits
    kTens,     // twenty: one digit before another, else two
    kHundred,  // two noughts behind a digit, or none in "nine hundred and twelve"
    kThousand,
    kRepeat,  // double
    kFiller,  // then
  };
  std::string_view word;
  Kind kind;
  std::string_view digits;  // that it stands for; of a repeat how often, of a filler none
};

// `word` is in any case.
[[nodiscard]] std::optional<NumberWord> FindNumberWord(std::string_view word);

// The lengths of the number words that begin with two letters of these low bits, a bit each.
inline constexpr size_t kLetterBits = 32;
extern const std::array<uint16_t, kLetterBits * kLetterBits> kNumberWordLengths;

// False only if it is none: told from nearly every other word by how it begins and its length.
[[nodiscard]] inline bool MayBeNumberWord(std::string_view word) {
  if (word.size() < 2 || word.size() > 15) return word.size() == 1;
  const size_t first = static_cast<uint8_t>(word[0]) % kLetterBits;
  const size_t second = static_cast<uint8_t>(word[1]) % kLetterBits;
  const uint32_t lengths = kNumberWordLengths[first * kLetterBits + second];
  return (lengths >> word.size() & 1U) != 0;
}

// The longest word for a digit, certain or doubled, that `text` begins with: what "sevensevenoh"
// is made of.
[[nodiscard]] std::optional<NumberWord> NumberWordAtBegin(std::string_view text);

}  // namespace gatepost
