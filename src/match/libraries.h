#pragma once

#include <vector>

#include "base/libraries.h"

namespace gatepost {

// RE2 and Hyperscan, or its fork.
[[nodiscard]] std::vector<Library> LibrariesOfMatch();

}  // namespace gatepost
