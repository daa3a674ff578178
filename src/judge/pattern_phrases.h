#pragma once

// The phrases of all groups of a pattern, looked for at once: each word beside a match is looked up
// once, whichever groups it may speak for.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "judge/word_index.h"
#include "judge/words.h"
#include "pattern/evidence_rules.h"

namespace gatepost {

// Of one group, the first phrase in the order of its file that stands where the group looks.
struct GroupFound {
  const Phrase* near = nullptr;
  const Phrase* against = nullptr;
};

// Const, shared by all workers.
class PatternPhrases {
 public:
  explicit PatternPhrases(const std::vector<Context>& groups);

  // What of each group stands among the words before and after a match, nearest last and first.
  // `found` has an empty element for each group, which is set if something stands there.
  void Find(std::span<const Word> before, std::span<const Word> after,
            std::span<GroupFound> found) const;

  // As many words on that side as any of the groups looks at.
  [[nodiscard]] uint16_t words_before() const { return words_before_; }
  [[nodiscard]] uint16_t words_after() const { return words_after_; }

 private:
  struct Group {
    uint16_t words_before = 0;
    uint16_t words_after = 0;
  };
  // In the order of the groups and of the phrases in them.
  struct Entry {
    Phrase phrase;
    uint16_t group = 0;
    bool is_against = false;
  };

  void Add(const PackedList<std::string>& phrases, size_t group, bool is_against);
  // Takes the phrases that begin with the first of `words`, if their groups look so far.
  template <class Reaches>
  void Take(std::span<const Word> words, Reaches reaches, std::span<GroupFound> found) const;

  std::vector<PackedList<std::string>> lists_;  // entries_ borrow their phrases
  std::vector<Group> groups_;
  uint16_t words_before_ = 0;
  uint16_t words_after_ = 0;
  std::vector<Entry> entries_;
  WordIndex by_first_word_;  // of entries_
};

}  // namespace gatepost
