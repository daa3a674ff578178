#include "base/offset_map.h"

#include <algorithm>

namespace gatepost {
namespace {

// Where the original continues when the derived text stands at `position`, copied bytes being
// counted on from the end of the last edit before it.
uint32_t Shifted(std::span<const OffsetEdit> edits, size_t edits_before, uint32_t position) {
  if (edits_before == 0) return position;
  const OffsetEdit& last = edits[edits_before - 1];
  return last.original.end + (position - last.derived.end);
}

// The original byte where the derived byte at `position` begins.
uint32_t BeginOf(std::span<const OffsetEdit> edits, uint32_t position) {
  const auto after = std::partition_point(edits.begin(), edits.end(), [&](const OffsetEdit& edit) {
    return edit.derived.end <= position;
  });
  if (after != edits.end() && after->derived.begin <= position) return after->original.begin;
  return Shifted(edits, static_cast<size_t>(after - edits.begin()), position);
}

// The original byte just after the derived byte that ends at `position`.
uint32_t EndOf(std::span<const OffsetEdit> edits, uint32_t position) {
  const auto after = std::partition_point(edits.begin(), edits.end(), [&](const OffsetEdit& edit) {
    return edit.derived.begin < position;
  });
  if (after == edits.begin()) return position;
  const OffsetEdit& last = *(after - 1);
  if (position <= last.derived.end) return last.original.end;
  return last.original.end + (position - last.derived.end);
}

}  // namespace

Span ToOriginal(std::span<const OffsetEdit> edits, Span derived) {
  const uint32_t begin = BeginOf(edits, derived.begin);
  if (derived.empty()) return {begin, begin};
  return {begin, EndOf(edits, derived.end)};
}

}  // namespace gatepost
