#pragma once

// `validate` in a pattern file: which check functions must accept a value.

#include <vector>

#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// The checks that `validate` of `owner` names, in their order; none if it is absent or at fault.
[[nodiscard]] std::vector<Check> ReadChecks(TableReader& owner, ErrorLog& log);

}  // namespace gatepost
