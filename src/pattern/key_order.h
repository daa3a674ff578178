#pragma once

// The order in which pattern files are laid out: docs/patterns.md shows a whole one.

#include <span>
#include <string_view>

#include "pattern/toml_layout.h"

namespace gatepost {

// The keys of a table in their order. "" is the file's own: its tables stand last. Empty for a
// table that pattern files do not have.
[[nodiscard]] std::span<const std::string_view> KeysInOrder(std::string_view table);

// Sorts the tables and the keys, inline ones too. Tables and keys of one name stay in the order in
// which they are, on which the meaning of the file depends. A blank line above a key goes if
// another key stands above it then.
void SortLayout(TomlLayout& layout);

}  // namespace gatepost
