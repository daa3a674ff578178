#pragma once

// Suggestions may be posted as they are, so what they write in place of a value must not be a
// finding itself, in any language; and what `redact --as replace` writes must be found by the
// pattern whose look-alike it is, or by none.

#include <memory>
#include <vector>

#include "pattern/lint.h"
#include "set/pattern_set.h"

namespace gatepost {

// An error for each replacement in which a pattern of the set finds something, and for each finding
// in the first look-alike of a range that is not the whole of it, by its own pattern; in the order
// of the patterns.
[[nodiscard]] std::vector<LintFinding> CheckReplacements(
    const std::shared_ptr<const PatternSet>& set);

}  // namespace gatepost
