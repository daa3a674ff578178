#pragma once

// [weights] in a pattern file, and the list that it names.

#include <optional>
#include <string_view>

#include "pattern/list_reader.h"
#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// An entry of such a list: points with their sign, a space, the phrase: "+12 our *". nullopt if it
// is not that.
[[nodiscard]] std::optional<Weight> ParseWeight(std::string_view entry);

// The weights of the file whose root is `file`; without phrases if it has none.
[[nodiscard]] Weights ReadWeights(TableReader& file, ListReader& lists, ErrorLog& log);

}  // namespace gatepost
