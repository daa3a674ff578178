#pragma once

// Words that people say or write for digits, English and Welsh.

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

// The longest word for a digit, certain or doubled, that `text` begins with: what "sevensevenoh"
// is made of.
[[nodiscard]] std::optional<NumberWord> NumberWordAtBegin(std::string_view text);

}  // namespace gatepost
