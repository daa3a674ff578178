#pragma once

#include <vector>

#include "base/libraries.h"

namespace gatepost {

// toml++.
[[nodiscard]] std::vector<Library> LibrariesOfPattern();

}  // namespace gatepost
