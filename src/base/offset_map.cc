#include "base/offset_map.h"

#include <algorithm>
#include <utility>

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

// Takes edits of both steps in the order of the text between them.
class Composer {
 public:
  Composer(std::span<const OffsetEdit> outer, std::span<const OffsetEdit> inner)
      : outer_(outer), inner_(inner) {}

  std::vector<OffsetEdit> Run() {
    std::vector<OffsetEdit> edits;
    edits.reserve(outer_.size() + inner_.size());
    while (!outer_.empty() || !inner_.empty()) {
      middle_ = Next();
      OffsetEdit edit;
      edit.derived.begin = middle_.begin + to_derived_;
      edit.original.begin = middle_.begin + to_original_;
      do Take();
      while ((!outer_.empty() || !inner_.empty()) && Next().begin < middle_.end);
      edit.derived.end = middle_.end + to_derived_;
      edit.original.end = middle_.end + to_original_;
      edits.push_back(edit);
    }
    return edits;
  }

 private:
  // An edit of the empty place before a byte comes before one of that byte.
  [[nodiscard]] bool OuterIsNext() const {
    if (outer_.empty() || inner_.empty()) return !outer_.empty();
    const Span outer = outer_.front().original;
    const Span inner = inner_.front().derived;
    return std::pair(outer.begin, outer.end) < std::pair(inner.begin, inner.end);
  }
  [[nodiscard]] Span Next() const {
    return OuterIsNext() ? outer_.front().original : inner_.front().derived;
  }

  void Take() {
    middle_.end = std::max(middle_.end, Next().end);
    if (OuterIsNext()) {
      to_derived_ = outer_.front().derived.end - outer_.front().original.end;
      outer_ = outer_.subspan(1);
    } else {
      to_original_ = inner_.front().original.end - inner_.front().derived.end;
      inner_ = inner_.subspan(1);
    }
  }

  std::span<const OffsetEdit> outer_;
  std::span<const OffsetEdit> inner_;
  Span middle_;  // that the edit being made covers, of the text between
  // What to add to a place behind the edits taken; they wrap around, as unsigned numbers do.
  uint32_t to_derived_ = 0;
  uint32_t to_original_ = 0;
};

}  // namespace

std::vector<OffsetEdit> Composed(std::span<const OffsetEdit> outer,
                                 std::span<const OffsetEdit> inner) {
  return Composer(outer, inner).Run();
}

Span ToOriginal(std::span<const OffsetEdit> edits, Span derived) {
  const uint32_t begin = BeginOf(edits, derived.begin);
  if (derived.empty()) return {begin, begin};
  return {begin, EndOf(edits, derived.end)};
}

}  // namespace gatepost
