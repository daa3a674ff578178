#pragma once

// `regex` in a pattern file.

#include <optional>

#include "pattern/toml_reader.h"
#include "regex/regex.h"

namespace gatepost {

// The regex of `table`; nullopt if it is absent or at fault. A refused regex is logged with the
// place of the byte at fault in the file where the string shows it (between single quotes), else
// with the place of the string.
[[nodiscard]] std::optional<Regex> ReadRegex(TableReader& table, RegexOptions options,
                                             ErrorLog& log);

}  // namespace gatepost
