#pragma once

// Texts around a value that must not keep it from being found.

#include <string_view>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost {

struct Surroundings {
  std::string_view before;
  std::string_view after;
};

// Those that the edges allow: beside a `number` letters may stand, beside a `word` not.
[[nodiscard]] std::vector<Surroundings> SurroundingsFor(Edges edges);

}  // namespace gatepost
