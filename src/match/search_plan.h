#pragma once

// How the fast engine looks for the regexes of a set: derived from their trees, once a set.
//
// Most regexes are looked for where they begin: those with a digit among their first bytes only
// where there is one. One whose begin says little ("any word") is looked for by what must stand
// further on, its trigger: where that is found, it is run from each place at which a match with the
// trigger there can begin.

#include <cstdint>
#include <utility>
#include <vector>

#include "base/shared_list.h"
#include "match/plan_parts.h"
#include "match/prefix_table.h"

namespace gatepost {

struct PlanTables {
  explicit PlanTables(const PlanParts& parts);
  PlanTables(PrefixTable all, PrefixTable all_near_digits, PrefixTable of_triggers,
             PrefixTable of_groups)
      : begins(std::move(all)),
        begins_near_digits(std::move(all_near_digits)),
        triggers_begin(std::move(of_triggers)),
        groups_begin(std::move(of_groups)) {}

  // Of all that is looked for where no digit is near, and where one is: with triggers.
  PrefixTable begins;
  PrefixTable begins_near_digits;
  // Of triggers, and of what is looked for by them.
  PrefixTable triggers_begin;
  PrefixTable groups_begin;
};

// What the automaton begins with, by number (SearchPlan::starts).
using PlanStarts = std::vector<SharedList<Nfa::Node>>;

// Const, shared by all threads.
class SearchPlan {
 public:
  explicit SearchPlan(const PlanParts& parts);
  // `tables` and `starts` are of `parts`.
  SearchPlan(PlanParts parts, PlanTables tables, PlanStarts starts);
  SearchPlan(const SearchPlan&) = delete;  // what borrows starts() must not outlive it
  SearchPlan(SearchPlan&&) = default;

  [[nodiscard]] const PlanParts& parts() const { return parts_; }
  [[nodiscard]] const PlanTables& tables() const { return tables_; }
  [[nodiscard]] const std::vector<PlannedVariant>& variants() const { return parts_.variants; }
  [[nodiscard]] const Nfa& nfa() const { return parts_.nfa; }
  [[nodiscard]] const PrefixTable& Begins(bool is_near_digit) const {
    return is_near_digit ? tables_.begins_near_digits : tables_.begins;
  }

  // What the automaton begins with. First comes what is looked for at each place: the variants that
  // are looked for where they begin, by the bits of the Edges that allow a match there, and one
  // more if a digit is near; and all triggers. Nothing where no place allows just those Edges.
  static constexpr uint16_t kNearDigit = 1U << kEdgeKinds;
  // The triggers alone; and the variants of each group of those that are looked for by them.
  static constexpr uint16_t kTriggers = 2 * kNearDigit;
  static constexpr uint16_t kFirstGroup = kTriggers + 1;
  // Each as Nfa::Closed gives it.
  [[nodiscard]] const PlanStarts& starts() const { return starts_; }

  [[nodiscard]] Edges EdgesOf(uint16_t group) const { return parts_.group_edges[group]; }
  // What its variants may begin with.
  [[nodiscard]] const ByteSet& FirstBytesOf(uint16_t group) const { return group_bytes_[group]; }
  [[nodiscard]] size_t groups() const { return parts_.groups.size(); }
  [[nodiscard]] const AnchoredTrigger& TriggerOf(uint32_t number) const {
    return parts_.triggers[number - parts_.variants.size()];
  }

 private:
  PlanParts parts_;
  PlanTables tables_;
  PlanStarts starts_;
  std::vector<ByteSet> group_bytes_;  // by group
};

}  // namespace gatepost
