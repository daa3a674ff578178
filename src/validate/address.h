#pragma once

// Street addresses told from dates, times, distances and counts, which are written alike.

#include <string_view>

namespace gatepost {

// An address as it stands, with its spaces: "Flat 2, 14 High St, Anytown AA1 1AA", "Rose Cottage,
// Mill Lane, AB1 2DC". Refused is one
//   without a digit,
//   in which a number is followed by a word that counts, measures or joins ("14 June", "5 minutes'
//   walk", "2 of the"), English or Welsh,
//   that begins with the name of a public building ("Town Hall, High Street", "Ysgol y Bont, ..."),
//   whose postcode breaks the rules of IsUkPostcode and is not GOV.UK's sample, AB1 2DC.
// Whether the street exists is not looked at.
[[nodiscard]] bool IsUkAddress(std::string_view value);

}  // namespace gatepost
