#pragma once

// Words without which the context that a pattern requires cannot stand in a text, so that the
// pattern need not be looked for there.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost {

// Const, shared by all threads.
class Cues {
 public:
  // Of each phrase that the context requires the longest run of letters, digits and _. None if no
  // phrase is required (RequiresPhrase), or if one has no such run.
  explicit Cues(const Pattern& pattern);

  // There are none: the pattern is looked for everywhere.
  [[nodiscard]] bool empty() const { return words_.empty(); }
  // In lower case, sorted, each once.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  // One of them stands in the text, as a word or within one, in any case. One pass, in which the
  // length of the text counts and hardly the number of the words.
  [[nodiscard]] bool StandIn(std::string_view text) const;

 private:
  // Of words_ those that begin with the same two characters.
  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;
    uint64_t thirds = 0;  // which characters follow, a bit each; all behind the end of a word
  };
  // The text begins with one of those words; `third` is the number of its third character.
  [[nodiscard]] bool BeginsWithOneOf(const Range& words, size_t third, std::string_view text) const;

  // Those that runs are of, in either case, and all others.
  static constexpr size_t kRunCharacters = 38;

  std::vector<std::string> words_;
  std::vector<Range> by_pair_;  // by the two characters; empty if there are no words
  // Which characters follow the first of a word, and its second, a bit each; all behind its end.
  std::array<uint64_t, kRunCharacters> seconds_{};
  std::array<uint64_t, kRunCharacters> thirds_{};
};

}  // namespace gatepost
