#pragma once

// The line of a field that a finding stands on, cut to the terminal, with marks under the finding.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/span.h"

namespace gatepost {

// What is shown instead of a span of the field's text.
struct Replacement {
  Span span;
  std::string_view shown;
};

struct Excerpt {
  std::string line;
  std::string carets;  // spaces, then one ^ under each column of the finding
};

// The excerpt around `replacements[which]`, at most `columns` wide (at least 20). `replacements`
// are all those of the field, in ascending order: no byte of their spans is in the result, whatever
// of the line is shown. A finding over several lines comes with all of them, newlines shown as ↵.
// Cost depends on `columns`, not on the length of the line.
[[nodiscard]] Excerpt MakeExcerpt(std::string_view text, std::span<const Replacement> replacements,
                                  size_t which, uint32_t columns);

}  // namespace gatepost
