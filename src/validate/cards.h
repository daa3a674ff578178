#pragma once

// Payment cards: whose number it is by its first digits, and whether the length is one of that
// brand.

#include <string_view>

namespace gatepost {

// 13 to 19 digits that begin with a range of a brand in use and have a length of that brand. Case
// references of HM Courts & Tribunals Service (CCD: 16 digits from 15 to 17, with a Luhn digit by
// design) are in no range, and so never a card.
[[nodiscard]] bool HasCardBrand(std::string_view value);

}  // namespace gatepost
