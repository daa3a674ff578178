#pragma once

// International bank account numbers: which countries have them, and how they are built.

#include <string_view>

namespace gatepost {

// An IBAN without its spaces, in any case: a country of the IBAN Registry (ISO 13616; SWIFT), two
// check digits that PassesMod97 accepts, then as many letters and digits, each in its place, as
// that country has. Whether the bank exists is not asked.
[[nodiscard]] bool IsIban(std::string_view value);

}  // namespace gatepost
