#pragma once

// A few words that are written down in the program, to look others up among.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace gatepost {

template <size_t N>
class WordTable {
 public:
  // In lower case and sorted: a table that is not does not compile.
  consteval explicit WordTable(const std::string_view (&words)[N]) : words_(std::to_array(words)) {
    if (!std::is_sorted(words_.begin(), words_.end())) throw "the words are not sorted";
    for (const std::string_view word : words_) lengths_[LetterOf(word)] |= LengthBit(word);
  }

  // `word`, in any case, is one of them.
  [[nodiscard]] bool Holds(std::string_view word) const {
    if (word.empty() || (lengths_[LetterOf(word)] & LengthBit(word)) == 0) return false;
    return std::binary_search(words_.begin(), words_.end(), InLowerCase(word));
  }

 private:
  static constexpr size_t LetterOf(std::string_view word) {
    return static_cast<uint8_t>(word.front()) & 0x1FU;  // of a letter the same in both cases
  }
  static constexpr uint32_t LengthBit(std::string_view word) {
    return uint32_t{1} << std::min<size_t>(word.size(), 31);
  }

  std::array<std::string_view, N> words_;
  std::array<uint32_t, 32> lengths_{};  // of the words, a bit each, by their first letter
};

}  // namespace gatepost
