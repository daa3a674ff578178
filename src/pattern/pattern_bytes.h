#pragma once

// Patterns as bytes and back, so that what was read and checked once need not be parsed again.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost {

// All that scanning needs of the patterns: everything but their proofs. Only the build that wrote
// the bytes can read them.
[[nodiscard]] std::string ToBytes(const std::vector<Pattern>& patterns);

// The patterns without their proofs; nullopt if the bytes are no such patterns. Their regexes are
// parsed when first needed.
[[nodiscard]] std::optional<std::vector<Pattern>> PatternsFrom(std::string_view bytes);

}  // namespace gatepost
