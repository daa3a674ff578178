#pragma once

// [context] and [companion] in a pattern file: what stands near a match and speaks for or against
// it.

#include "pattern/list_reader.h"
#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// The context of the file whose root is `file`; one without phrases if the file has none.
[[nodiscard]] Context ReadContext(TableReader& file, ListReader& lists, ErrorLog& log);

// Likewise the companion of `pattern`, of which the id and the context have been read.
[[nodiscard]] Companion ReadCompanion(TableReader& file, const Pattern& pattern, ErrorLog& log);

}  // namespace gatepost
