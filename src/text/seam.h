#pragma once

// Where one text ends and the next begins: a number may go on from one to the other.

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/index.h"
#include "base/span.h"
#include "text/skeleton.h"

namespace gatepost {

// The last bytes of the field's original up to the last digit in them, or the first ones from the
// first digit on (from a + before it); nullopt if the text does not end with, or begin with, a
// number and at most a few words beside it.
[[nodiscard]] std::optional<Span> TailOf(const Skeleton& plain);
[[nodiscard]] std::optional<Span> HeadOf(const Skeleton& plain);

// A tail and the head of the next text, put together.
struct Seam {
  std::string_view original;  // both, one after the other; borrowed by the batch
  uint32_t cut = 0;           // where the head begins in it
  Way way = Way::kOverFields;
  PostIndex post;  // what the skeletons name
  FieldIndex field;
};

// Appends to `batch` the two put together with nothing between, and with a space: numbers break
// within their groups and between them. Nothing if they have too few digits for a number that is
// worth a look.
void AddSeam(const Seam& seam, SkeletonBatch& batch);

}  // namespace gatepost
