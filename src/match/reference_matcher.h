#pragma once

// The definition of a match as code, by RE2: slow, simple, and what every faster engine is compared
// with.

#include <memory>
#include <vector>

#include "match/matcher.h"
#include "pattern/pattern.h"

namespace gatepost {

// `patterns` is borrowed and must outlive the matcher.
[[nodiscard]] Result<std::unique_ptr<Matcher>> MakeReferenceMatcher(
    const std::vector<Pattern>& patterns);

}  // namespace gatepost
