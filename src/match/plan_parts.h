#pragma once

// How the fast engine looks for each regex of a set: what search_plan.h is made of, derived from
// the regexes' trees.

#include <array>
#include <cstdint>
#include <vector>

#include "base/index.h"
#include "match/begin_places.h"
#include "match/edges_beside.h"
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

struct PlanParts {
  using Nodes = std::vector<Nfa::Node>;

  std::vector<PlannedVariant> variants;
  Nfa nfa;  // of all variants, by their numbers, and of the triggers, numbered on from there
  std::array<Nodes, kEdgeKinds> anywhere;     // what is looked for where it begins, by its Edges
  std::array<Nodes, kEdgeKinds> near_digits;  // the same, near digits alone
  Nodes trigger_starts;
  std::vector<AnchoredTrigger> triggers;
  // What is looked for by triggers: of each pattern that has such variants those, and its Edges.
  std::vector<Nodes> groups;
  std::vector<Edges> group_edges;
  BeginBytes bytes;
};

// Takes some hundredths of a second.
[[nodiscard]] PlanParts MakePlanParts(const std::vector<Pattern>& patterns);

}  // namespace gatepost
