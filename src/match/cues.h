#pragma once

// Words without which the context that a pattern requires cannot stand in a text, so that the
// pattern need not be looked for there.

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
  // One of them stands in the text, as a word or within one; the text is in lower case.
  [[nodiscard]] bool StandIn(std::string_view lower_text) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace gatepost
