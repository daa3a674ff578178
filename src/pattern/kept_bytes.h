#pragma once

// Patterns and policies as bytes and back, so that what was read and checked once need not be
// parsed again. Only the build that wrote the bytes can read them.

#include <optional>
#include <string>
#include <vector>

#include "base/shared_bytes.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"

namespace gatepost {

// All that scanning needs of the patterns: everything but their proofs.
[[nodiscard]] std::string ToBytes(const std::vector<Pattern>& patterns);

// The patterns without their proofs; nullopt if the bytes are no such patterns. Their regexes are
// parsed, and their lists taken from the bytes, when first needed.
[[nodiscard]] std::optional<std::vector<Pattern>> PatternsFrom(const SharedBytes& bytes);

[[nodiscard]] std::string ToBytes(const Policy& policy);
[[nodiscard]] std::optional<Policy> PolicyFrom(const SharedBytes& bytes);

}  // namespace gatepost
