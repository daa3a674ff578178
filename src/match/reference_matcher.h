#pragma once

// The definition of a match as code, by RE2: slow, simple, and what every faster engine is compared
// with and falls back on.

#include <memory>

#include "match/matcher.h"
#include "match/variant_regex.h"

namespace gatepost {

[[nodiscard]] std::unique_ptr<Matcher> MakeReferenceMatcher(
    std::shared_ptr<const CompiledPatterns> patterns);

}  // namespace gatepost
