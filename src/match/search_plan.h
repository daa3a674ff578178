#pragma once

// How the fast engine looks for the regexes of a set: derived from their trees, once a set.
//
// Most regexes are looked for where they begin: those with a digit among their first bytes only
// where there is one. One whose begin says little ("any word") is looked for by what must stand
// further on, its trigger: where that is found, it is run from each place at which a match with the
// trigger there can begin.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/index.h"
#include "match/begin_places.h"
#include "match/prefix_table.h"
#include "pattern/pattern.h"
#include "regex/nfa.h"

namespace gatepost {

// Where the fast engine finds a trigger, matches of its pattern may begin at least `min_back` and
// at most `max_back` bytes before it, if the bytes right before it are of these sets, the nearest
// first.
struct AnchoredTrigger {
  uint16_t group = 0;  // of the variants that are looked for by it
  std::vector<ByteSet> before;
  uint32_t min_back = 0;
  uint32_t max_back = 0;
};

// A variant by its number among those of all patterns.
struct PlannedVariant {
  PatternIndex pattern;
  VariantIndex variant;
  Edges edges = Edges::kWord;
};

// What may stand beside a match, as the bits of a number: that of its Edges is set if nothing
// forbids it.
inline constexpr size_t kEdgeKinds = 4;

// Const, shared by all threads. Borrows the patterns.
class SearchPlan {
 public:
  explicit SearchPlan(const std::vector<Pattern>& patterns);

  [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_; }
  [[nodiscard]] const std::vector<PlannedVariant>& variants() const { return variants_; }
  [[nodiscard]] const BeginPlaces& places() const { return places_; }
  // Of all that is looked for where no digit is near, and where one is: with triggers.
  [[nodiscard]] const PrefixTable& Begins(bool is_near_digit) const {
    return is_near_digit ? begins_near_digits_ : begins_;
  }
  // Of triggers, and of what is looked for by them.
  [[nodiscard]] const PrefixTable& triggers_begin() const { return triggers_begin_; }
  [[nodiscard]] const PrefixTable& groups_begin() const { return groups_begin_; }

  // The automaton of all variants, by their numbers, and of the triggers, numbered on from there.
  [[nodiscard]] const Nfa& nfa() const { return nfa_; }
  // What the automaton begins with. First comes what is looked for at each place: the variants that
  // are looked for where they begin, by the bits of the Edges that allow a match there, and one
  // more if a digit is near; and all triggers.
  static constexpr uint16_t kNearDigit = 1U << kEdgeKinds;
  // The triggers alone; and the variants of each group of those that are looked for by them.
  static constexpr uint16_t kTriggers = 2 * kNearDigit;
  static constexpr uint16_t kFirstGroup = kTriggers + 1;
  [[nodiscard]] const std::vector<std::vector<Nfa::Node>>& starts() const { return starts_; }
  // Of a group of variants, which are all of one pattern.
  [[nodiscard]] Edges EdgesOf(uint16_t group) const { return group_edges_[group]; }
  [[nodiscard]] size_t groups() const { return group_edges_.size(); }
  [[nodiscard]] const AnchoredTrigger& TriggerOf(uint32_t number) const {
    return triggers_[number - variants_.size()];
  }

 private:
  struct Parts;
  explicit SearchPlan(const std::vector<Pattern>& patterns, Parts parts);
  static Parts PartsOf(const std::vector<Pattern>& patterns);

  const std::vector<Pattern>& patterns_;
  std::vector<PlannedVariant> variants_;
  Nfa nfa_;
  std::vector<std::vector<Nfa::Node>> starts_;
  std::vector<Edges> group_edges_;
  std::vector<AnchoredTrigger> triggers_;
  BeginPlaces places_;
  PrefixTable begins_;
  PrefixTable begins_near_digits_;
  PrefixTable triggers_begin_;
  PrefixTable groups_begin_;
};

}  // namespace gatepost
