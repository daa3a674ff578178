#pragma once

// Findings that lie together: whoever takes one out of a text takes out all of them.

#include <span>
#include <vector>

#include "judge/finding.h"

namespace gatepost {

struct Cluster {
  Span span;               // of the field's original text
  const Finding* gravest;  // of its findings
};

// Of all places in `field` that the findings have, in order; no two overlap.
[[nodiscard]] std::vector<Cluster> ClustersIn(FieldIndex field,
                                              std::span<const Finding* const> findings);

}  // namespace gatepost
