#pragma once

// From places in a derived text (a skeleton, text out of HTML) back to the original it was made
// from.

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"

namespace gatepost {

// Derived bytes that stand for original bytes and are not a one-to-one copy of them. An empty
// `derived` is a deletion, an empty `original` an insertion.
struct OffsetEdit {
  Span derived;
  Span original;
};

// The smallest original span that holds all original bytes of the derived span: what vanished just
// before or after it is left out, what vanished inside is included. `edits` ascend and do not
// overlap; between them bytes are copied one to one. Monotone: a later derived span never maps to
// an earlier original one. An empty derived span maps to an empty original one.
[[nodiscard]] Span ToOriginal(std::span<const OffsetEdit> edits, Span derived);

// Two steps as one. `outer` are the edits from a derived text to the text that it was made from,
// `inner` those from there to the original. Edits that touch the same bytes of the text between
// become one, so that a span leads back to no less than it does step by step.
[[nodiscard]] std::vector<OffsetEdit> Composed(std::span<const OffsetEdit> outer,
                                               std::span<const OffsetEdit> inner);

// Owns the edits of one derived text. Not thread-safe while edits are added; const use is.
class OffsetMap {
 public:
  void Clear() { edits_.clear(); }
  // Edits are added in ascending order. Neighbours may touch.
  void Add(OffsetEdit edit) { edits_.push_back(edit); }
  [[nodiscard]] std::span<const OffsetEdit> edits() const { return edits_; }
  [[nodiscard]] Span ToOriginal(Span derived) const {
    return gatepost::ToOriginal(edits_, derived);
  }

 private:
  std::vector<OffsetEdit> edits_;
};

}  // namespace gatepost
