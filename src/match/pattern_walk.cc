#include "match/pattern_walk.h"

#include <algorithm>
#include <cassert>

#include "match/begin_windows.h"

namespace gatepost {

PatternWalk::PatternWalk(const std::vector<VariantRegex>& variants, std::string_view text,
                         std::span<const std::span<const Span>> begins)
    : text_(text) {
  assert(variants.size() == begins.size());
  lanes_.reserve(variants.size());
  for (size_t i = 0; i < variants.size(); ++i) {
    lanes_.push_back({&variants[i], begins[i], begins[i], std::nullopt});
    Advance(lanes_.back(), 0);
  }
}

std::optional<PatternWalk::Step> PatternWalk::Next() {
  const Lane* best = Best();
  if (best == nullptr) return std::nullopt;
  const Span span = *best->next;
  const Step step{VariantIndex(static_cast<size_t>(best - lanes_.data())), span, HasLonger(span)};
  for (Lane& lane : lanes_) {
    if (lane.next && lane.next->begin < span.end) Advance(lane, span.end);
  }
  return step;
}

const PatternWalk::Lane* PatternWalk::Best() const {
  const Lane* best = nullptr;
  for (const Lane& lane : lanes_) {
    if (!lane.next) continue;
    if (best == nullptr || lane.next->begin < best->next->begin ||
        (lane.next->begin == best->next->begin && lane.next->end > best->next->end)) {
      best = &lane;
    }
  }
  return best;
}

bool PatternWalk::HasLonger(Span span) const {
  return std::any_of(lanes_.begin(), lanes_.end(), [&](const Lane& lane) {
    return IsWithin(lane.begins, span.begin) &&
           lane.regex->LongestEndWithEdges(text_, span.begin) > span.end;
  });
}

void PatternWalk::Advance(Lane& lane, uint32_t cursor) const {
  for (; !lane.ahead.empty(); lane.ahead = lane.ahead.subspan(1)) {
    const Span window = lane.ahead.front();
    lane.next = lane.regex->NextAccepted(text_, {std::max(window.begin, cursor), window.end});
    if (lane.next) return;
  }
  lane.next.reset();
}

}  // namespace gatepost
