#pragma once

// Machine-readable lines of travel documents.

#include <string_view>

namespace gatepost {

// ICAO Doc 9303, parts 4 to 6: a line with check digits, all of which fit. By its length and first
// character the second line of a passport (44), the second of a document or visa in two lines (36),
// the second (30, a digit first) or the first (30, a letter first) of a card in three. Dates of
// birth and expiry have a month and a day; a day of birth that is not known is "<<". The check over
// both lines of a card in three is not made: one line alone is enough to give its holder away. Any
// case. Does not notice neighbouring digits swapped that are five apart (0 and 5, 1 and 6 …).
[[nodiscard]] bool IsMrzLine(std::string_view value);

}  // namespace gatepost
