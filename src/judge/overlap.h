#pragma once

// Findings that cover the same text: which is shown, and which is ruled out.

#include <vector>

#include "judge/finding.h"
#include "pattern/pattern.h"

namespace gatepost {

// Drops findings that a validated look-alike rules out: one whose pattern `excludes` theirs, which
// passed its checks, is at least `likely` and covers some of the same text.
void DropExcluded(const std::vector<Pattern>& patterns, std::vector<Finding>& findings);

// Which findings lie together: each gets the number of its group, ascending by place. Findings that
// overlap, directly or through others, are of one group.
[[nodiscard]] std::vector<size_t> GroupsOf(std::vector<Finding>& findings);

// Of findings that overlap, hides all but the first in this order: graver action, higher
// specificity, longer, higher score, earlier, smaller id. So what decides the verdict is always
// shown. Then sorts by field and place, the hidden ones among them.
void HideOverlapped(const std::vector<Pattern>& patterns, std::vector<Finding>& findings);

}  // namespace gatepost
