#pragma once

// [context] in a pattern file: phrases that speak for or against a match.

#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// The context of the file whose root is `file`; one without phrases if the file has none.
[[nodiscard]] Context ReadContext(TableReader& file, ErrorLog& log);

}  // namespace gatepost
