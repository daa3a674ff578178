#pragma once

#include <vector>

#include "base/libraries.h"

namespace gatepost {

// ICU, which the tables were made from; it is not linked.
[[nodiscard]] std::vector<Library> LibrariesOfText();

}  // namespace gatepost
