#pragma once

// Suggestions may be posted as they are, so what they write in place of a value must not be a
// finding itself, in any language.

#include <memory>
#include <vector>

#include "pattern/lint.h"
#include "set/pattern_set.h"

namespace gatepost {

// An error for each replacement in which a pattern of the set finds something, in the order of the
// patterns.
[[nodiscard]] std::vector<LintFinding> CheckReplacements(
    const std::shared_ptr<const PatternSet>& set);

}  // namespace gatepost
