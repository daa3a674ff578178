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

// Number words by the low bits of their first two letters, which are the same in either case; one
// of a single letter has the place of those with z. `word` is not empty.
inline constexpr size_t kNumberWordPlaces = size_t{32} * 32;
[[nodiscard]] constexpr size_t PlaceOfNumberWord(std::string_view word) {
  const auto bits = [](char c) { return static_cast<uint8_t>(c) % size_t{32}; };
  return bits(word[0]) * 32 + bits(word.size() > 1 ? word[1] : 'z');
}
// The lengths of those of each place, a bit each.
extern const std::array<uint16_t, kNumberWordPlaces> kNumberWordLengths;

[[nodiscard]] std::optional<NumberWord> FindAmongNumberWords(std::string_view word);

// `word` is in any case. Nearly every other word is told from them by how it begins and its length.
[[nodiscard]] inline std::optional<NumberWord> FindNumberWord(std::string_view word) {
  constexpr size_t kBits = 16;
  if (word.empty() || word.size() >= kBits) return std::nullopt;
  const uint32_t lengths = kNumberWordLengths[PlaceOfNumberWord(word)];
  if ((lengths >> word.size() & 1U) == 0) return std::nullopt;
  return FindAmongNumberWords(word);
}

// The longest word for a digit, certain or doubled, that `text` begins with: what "sevensevenoh"
// is made of.
[[nodiscard]] std::optional<NumberWord> NumberWordAtBegin(std::string_view text);

}  // namespace gatepost
