#pragma once

// What Presidio's callers know a pattern by.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost::service {

// The name that Presidio has for the same, https://microsoft.github.io/presidio/supported_entities;
// where it has none, the pattern's id: "UK_UPRN".
[[nodiscard]] std::string EntityOf(std::string_view pattern_id);

// Of all patterns, sorted, each once.
[[nodiscard]] std::vector<std::string> EntitiesOf(std::span<const Pattern> patterns);

}  // namespace gatepost::service
