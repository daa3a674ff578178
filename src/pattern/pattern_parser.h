#pragma once

// ParsePattern for a reader of whole folders, which shares the lists between files.

#include <string>
#include <string_view>

#include "pattern/list_reader.h"
#include "pattern/pattern.h"

namespace gatepost {

// As ParsePattern of pattern_reader.h; the lists that the pattern names come from `lists`.
[[nodiscard]] Result<Pattern> ParsePatternWith(ListReader& lists, std::string_view toml,
                                               const std::string& file_name);

}  // namespace gatepost
