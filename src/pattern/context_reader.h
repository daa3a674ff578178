#pragma once

// [context] and [companion] in a pattern file: what stands near a match and speaks for or against
// it.

#include <cstdint>
#include <vector>

#include "pattern/list_reader.h"
#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// The groups of phrases of the file whose root is `file`: its [context], or each [[context]].
[[nodiscard]] std::vector<Context> ReadContexts(TableReader& file, ListReader& lists,
                                                ErrorLog& log);

// Likewise the companion of `pattern`, of which the id and the contexts have been read.
[[nodiscard]] Companion ReadCompanion(TableReader& file, const Pattern& pattern, ErrorLog& log);

// `within` of a table; `fallback` if it has none.
[[nodiscard]] uint16_t ReadWithin(TableReader& table, uint16_t fallback, ErrorLog& log);

}  // namespace gatepost
