#include "judge/overlap.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace gatepost {
namespace {

const Place& PlaceOf(const Finding& finding) { return finding.places.front(); }

auto ByPlace(const Finding& a, const Finding& b) {
  const Place& x = PlaceOf(a);
  const Place& y = PlaceOf(b);
  return std::tie(x.field, x.span.begin, x.span.end, a.pattern) <
         std::tie(y.field, y.span.begin, y.span.end, b.pattern);
}

// They are found nearly in that order.
void SortByPlace(std::vector<Finding>& findings) {
  if (std::is_sorted(findings.begin(), findings.end(), ByPlace)) return;
  std::sort(findings.begin(), findings.end(), ByPlace);
}

bool IsValidated(const Finding& finding) {
  const bool has_check =
      std::any_of(finding.reasons.begin(), finding.reasons.end(),
                  [](const Reason& reason) { return reason.kind == Reason::Kind::kCheckDigit; });
  return has_check && finding.score >= kLikelyScore;
}

// Which of two overlapping findings is shown: a total order.
struct ShownFirst {
  const std::vector<Pattern>& patterns;

  bool operator()(const Finding* a, const Finding* b) const {
    const Pattern& x = patterns[a->pattern.number()];
    const Pattern& y = patterns[b->pattern.number()];
    const Place& p = PlaceOf(*a);
    const Place& q = PlaceOf(*b);
    return std::tuple(b->action, y.specificity, q.span.size(), b->score, p.field, p.span.begin,
                      std::string_view(x.id)) < std::tuple(a->action, x.specificity, p.span.size(),
                                                           a->score, q.field, q.span.begin,
                                                           std::string_view(y.id));
  }
};

}  // namespace

void DropExcluded(const std::vector<Pattern>& patterns, std::vector<Finding>& findings) {
  SortByPlace(findings);
  std::vector<bool> is_dropped(findings.size());
  const auto rules_out = [&](const Finding& winner, const Finding& loser) {
    const auto& excluded = patterns[winner.pattern.number()].excludes;
    return IsValidated(winner) && std::find(excluded.begin(), excluded.end(),
                                            patterns[loser.pattern.number()].id) != excluded.end();
  };
  for (size_t i = 0; i < findings.size(); ++i) {
    for (size_t k = i + 1; k < findings.size() && Overlap(findings[i], findings[k]); ++k) {
      if (rules_out(findings[i], findings[k])) is_dropped[k] = true;
      if (rules_out(findings[k], findings[i])) is_dropped[i] = true;
    }
  }
  size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return is_dropped[at++]; });
}

std::vector<size_t> GroupsOf(std::vector<Finding>& findings) {
  SortByPlace(findings);
  std::vector<size_t> groups;
  Place reach;  // of the group so far
  for (const Finding& finding : findings) {
    const Place& place = PlaceOf(finding);
    const bool goes_on =
        !groups.empty() && place.field == reach.field && place.span.begin < reach.span.end;
    if (goes_on) {
      groups.push_back(groups.back());
      reach.span.end = std::max(reach.span.end, place.span.end);
    } else {
      groups.push_back(groups.empty() ? 0 : groups.back() + 1);
      reach = place;
    }
  }
  return groups;
}

void HideOverlapped(const std::vector<Pattern>& patterns, std::vector<Finding>& findings) {
  std::vector<Finding*> order;
  for (Finding& finding : findings) order.push_back(&finding);
  std::sort(order.begin(), order.end(), ShownFirst{patterns});
  // Shown findings do not overlap, so they are ordered by begin and by end alike.
  std::map<std::pair<FieldIndex, uint32_t>, uint32_t> shown;  // (field, begin) → end
  for (Finding* finding : order) {
    const Place& place = PlaceOf(*finding);
    const auto after = shown.lower_bound({place.field, place.span.end});
    if (after != shown.begin()) {
      const auto& [key, end] = *std::prev(after);
      if (key.first == place.field && end > place.span.begin) {
        finding->is_hidden = true;
        continue;
      }
    }
    shown[{place.field, place.span.begin}] = place.span.end;
  }
  SortByPlace(findings);
}

}  // namespace gatepost
