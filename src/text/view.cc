#include "text/view.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace gatepost {

void Sort(std::vector<Change>& changes) {
  std::ranges::sort(changes, {}, [](const Change& change) {
    return std::tuple(change.way, change.place.begin, change.place.end);
  });
  size_t kept = 0;
  for (const Change& next : changes) {
    const bool goes_on = kept > 0 && changes[kept - 1].way == next.way &&
                         next.place.begin < changes[kept - 1].place.end;
    if (goes_on) {
      Span& last = changes[kept - 1].place;
      last.end = std::max(last.end, next.place.end);
    } else {
      changes[kept++] = next;
    }
  }
  changes.resize(kept, Change{{}, Way::kEntities});
}

WaySet WaysIn(std::span<const Change> changes, Span place) {
  WaySet ways;
  while (!changes.empty()) {
    const Way way = changes.front().way;
    const auto of_way = std::ranges::partition_point(
        changes, [way](const Change& change) { return change.way == way; });
    const auto first = std::partition_point(changes.begin(), of_way, [place](const Change& change) {
      return change.place.end <= place.begin;
    });
    if (first != of_way && first->place.begin < place.end) ways.Add(way);
    changes = changes.subspan(static_cast<size_t>(of_way - changes.begin()));
  }
  return ways;
}

void Rewriting::Replace(Span part, std::string_view by, Way way) {
  CopyTo(part.begin);
  const auto begin = static_cast<uint32_t>(made_.text.size());
  made_.text += by;
  made_.edits.push_back({{begin, static_cast<uint32_t>(made_.text.size())}, part});
  made_.changes.push_back({part, way});
  at_ = part.end;
}

Derivation Rewriting::Finish() {
  if (!made_.changes.empty()) CopyTo(static_cast<uint32_t>(source_.size()));
  return std::move(made_);
}

void Rewriting::CopyTo(uint32_t end) {
  made_.text += Cut(source_, {at_, end});
  at_ = end;
}

}  // namespace gatepost
