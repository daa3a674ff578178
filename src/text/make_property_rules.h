#pragma once

// The grapheme class and the width of a code point, as ICU knows them. Runs when Gatepost is built.

#include <cstdint>

namespace gatepost {

// An entry of the property table (code_point_tables.h) for any code point, surrogates included.
[[nodiscard]] uint8_t PropertyByRule(char32_t value);

}  // namespace gatepost
