#pragma once

// `patterns fmt`: one layout for all pattern files, so that a change to one shows what changed.

#include <string>
#include <string_view>

#include "base/result.h"
#include "pattern/pattern_reader.h"

namespace gatepost {

// The pattern file in its settled layout (docs/patterns.md): it says the same, has the same
// comments, and is its own settled layout. Errors as ParsePattern; kInternal if the layout would
// change what the file says.
[[nodiscard]] Result<std::string> FormatPattern(std::string_view toml, const std::string& file_name,
                                                const ListFolder& lists);

}  // namespace gatepost
