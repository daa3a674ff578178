#include "match/search_plan.h"

#include <cassert>
#include <utility>

#include "match/edges_beside.h"

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

PlanStarts StartsOf(const PlanParts& parts) {
  PlanStarts starts;
  const auto add = [&](const Nodes& nodes) { starts.emplace_back(parts.nfa.Closed(nodes)); };
  const EdgesBeside edges_beside;
  for (uint32_t allowed = 0; allowed < SearchPlan::kTriggers; ++allowed) {
    if (!edges_beside.MayBe(allowed % SearchPlan::kNearDigit)) {
      starts.emplace_back();
      continue;
    }
    Nodes begins = parts.trigger_starts;
    for (size_t edges = 0; edges < kEdgeKinds; ++edges) {
      if ((allowed >> edges & 1) == 0) continue;
      Append(parts.anywhere[edges], begins);
      if ((allowed & SearchPlan::kNearDigit) != 0) Append(parts.near_digits[edges], begins);
    }
    add(begins);
  }
  add(parts.trigger_starts);
  for (const Nodes& group : parts.groups) add(group);
  return starts;
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

SearchPlan::SearchPlan(const PlanParts& parts)
    : SearchPlan(parts, PlanTables(parts), StartsOf(parts)) {}

SearchPlan::SearchPlan(PlanParts parts, PlanTables tables, PlanStarts starts)
    : parts_(std::move(parts)), tables_(std::move(tables)), starts_(std::move(starts)) {
  assert(starts_.size() == kFirstGroup + parts_.groups.size());
  for (size_t group = 0; group < parts_.groups.size(); ++group) {
    ByteSet& bytes = group_bytes_.emplace_back();
    for (const Nfa::Node node : starts_[kFirstGroup + group]) {
      bytes |= parts_.nfa.SetOf(parts_.nfa.nodes()[node]);
    }
  }
}

}  // namespace gatepost
