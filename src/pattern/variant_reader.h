#pragma once

// [[variant]] in a pattern file: the ways of writing an identifier.

#include <vector>

#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// The variants of the file whose root is `file`, in their order. A variant without checks of its
// own has those of the file.
[[nodiscard]] std::vector<Variant> ReadVariants(TableReader& file, RegexOptions options,
                                                ErrorLog& log);

}  // namespace gatepost
