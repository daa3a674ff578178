#pragma once

// A few words that are written down in the program, to look others up among.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace gatepost {

template <size_t N>
class WordTable {
 public:
  // In lower case and sorted: a table that is not does not compile.
  consteval explicit WordTable(const std::string_view (&words)[N]) : words_(std::to_array(words)) {
    if (!std::is_sorted(words_.begin(), words_.end())) throw "the words are not sorted";
  }

  // `word`, in any case, is one of them.
  [[nodiscard]] bool Holds(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), InLowerCase(word));
  }

 private:
  std::array<std::string_view, N> words_;
};

}  // namespace gatepost
