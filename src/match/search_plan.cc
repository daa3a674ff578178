#include "match/search_plan.h"

#include <utility>

namespace gatepost {
namespace {

using Nodes = PlanParts::Nodes;

void Append(const Nodes& more, Nodes& nodes) {
  nodes.insert(nodes.end(), more.begin(), more.end());
}

// Of all that is looked for from each place.
Nodes BeginsOf(const PlanParts& parts, bool is_near_digit) {
  Nodes begins = parts.trigger_starts;
  for (const Nodes& each : parts.anywhere) Append(each, begins);
  if (!is_near_digit) return begins;
  for (const Nodes& each : parts.near_digits) Append(each, begins);
  return begins;
}

Nodes GroupsOf(const PlanParts& parts) {
  Nodes begins;
  for (const Nodes& group : parts.groups) Append(group, begins);
  return begins;
}

}  // namespace

PlanTables::PlanTables(const PlanParts& parts)
    : begins(parts.nfa, BeginsOf(parts, false)),
      begins_near_digits(parts.nfa, BeginsOf(parts, true)),
      triggers_begin(parts.nfa, parts.trigger_starts),
      groups_begin(parts.nfa, GroupsOf(parts)) {}

SearchPlan::SearchPlan(PlanParts parts) : SearchPlan(parts, PlanTables(parts)) {}

SearchPlan::SearchPlan(PlanParts parts, PlanTables tables)
    : parts_(std::move(parts)), tables_(std::move(tables)) {
  starts_.resize(kFirstGroup);
  for (size_t allowed = 0; allowed < kTriggers; ++allowed) {
    starts_[allowed] = parts_.trigger_starts;
    for (size_t edges = 0; edges < kEdgeKinds; ++edges) {
      if ((allowed >> edges & 1) == 0) continue;
      Append(parts_.anywhere[edges], starts_[allowed]);
      if ((allowed & kNearDigit) != 0) Append(parts_.near_digits[edges], starts_[allowed]);
    }
  }
  starts_[kTriggers] = parts_.trigger_starts;
  for (const Nodes& group : parts_.groups) {
    starts_.push_back(group);
    ByteSet& bytes = group_bytes_.emplace_back();
    for (const Nfa::Node start : group) bytes |= parts_.nfa.FirstBytes(start);
  }
}

}  // namespace gatepost
