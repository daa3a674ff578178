#pragma once

// Grapheme clusters: what a reader takes for one character (UAX #29, extended grapheme clusters,
// Unicode 15).

#include <cstdint>
#include <string_view>

namespace gatepost {

// A cluster longer than this many code points is a pile of marks that someone made to be slow:
// places deep inside it count as boundaries. So each call is bounded, and any number of calls is
// linear in their number.
inline constexpr uint32_t kGraphemeReach = 64;

// The grapheme boundary at or before / at or after `byte`, which is at most text.size(). Monotone
// in `byte`, and a boundary is its own. Invalid sequences (maximal subparts) are graphemes of their
// own.
[[nodiscard]] uint32_t GraphemeBegin(std::string_view text, uint32_t byte);
[[nodiscard]] uint32_t GraphemeEnd(std::string_view text, uint32_t byte);

}  // namespace gatepost
