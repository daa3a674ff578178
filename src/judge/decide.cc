#include "judge/decide.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gatepost {
namespace {

bool IsBefore(const Place& a, const Place& b) {
  return std::pair(a.field, a.span.begin) < std::pair(b.field, b.span.begin);
}

// The places, sorted, with overlapping ones made one.
std::vector<Place> Merged(std::vector<Place> places) {
  std::sort(places.begin(), places.end(), IsBefore);
  std::vector<Place> merged;
  for (const Place& place : places) {
    if (!merged.empty() && merged.back().field == place.field &&
        place.span.begin <= merged.back().span.end) {
      merged.back().span.end = std::max(merged.back().span.end, place.span.end);
    } else {
      merged.push_back(place);
    }
  }
  return merged;
}

// Adds the pieces of `place` that no finding covers to `pieces`. The findings do not overlap and
// are sorted by place.
void AddUncovered(Place place, const std::vector<Finding>& findings, std::vector<Place>& pieces) {
  auto shown = std::partition_point(findings.begin(), findings.end(), [&](const Finding& finding) {
    const Place& its = finding.places.front();
    return std::pair(its.field, its.span.end) <= std::pair(place.field, place.span.begin);
  });
  for (; shown != findings.end(); ++shown) {
    const Place& its = shown->places.front();
    if (its.field != place.field || its.span.begin >= place.span.end) break;
    if (its.span.begin > place.span.begin) {
      pieces.push_back({place.field, {place.span.begin, its.span.begin}});
    }
    place.span.begin = std::min(its.span.end, place.span.end);
  }
  if (!place.span.empty()) pieces.push_back(place);
}

}  // namespace

void Decide(const ChannelRules& rules, Verdict& verdict) {
  Action highest = Action::kPass;
  for (const Finding& finding : verdict.findings) highest = std::max(highest, finding.action);
  for (const MetCombination& met : verdict.combinations) highest = std::max(highest, met.action);
  verdict.would_be = highest;
  verdict.is_report_only = rules.mode == Mode::kReportOnly;
  verdict.action = verdict.is_report_only ? Action::kPass : highest;
  verdict.is_complete =
      std::none_of(verdict.problems.begin(), verdict.problems.end(),
                   [](const Problem& problem) { return problem.kind == ProblemKind::kUnread; });
}

void RemoveHidden(Verdict& verdict) {
  std::vector<Place> hidden = std::move(verdict.covered);
  for (const Finding& finding : verdict.findings) {
    if (finding.is_hidden) hidden.push_back(finding.places.front());
  }
  std::erase_if(verdict.findings, [](const Finding& finding) { return finding.is_hidden; });
  verdict.covered.clear();
  for (const Place& place : Merged(std::move(hidden))) {
    AddUncovered(place, verdict.findings, verdict.covered);
  }
}

}  // namespace gatepost
