#pragma once

// What somebody who wrote an unknown name most likely meant.

#include <span>
#include <string>
#include <string_view>

namespace gatepost {

// " Did you mean `severity`?" for the name of `known` nearest to `name` (at most a third of it
// changed, swaps of neighbours count once), " Known here: a, b." if none is near, "" if nothing is
// known.
[[nodiscard]] std::string Suggestion(std::string_view name,
                                     std::span<const std::string_view> known);

}  // namespace gatepost
