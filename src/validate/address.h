#pragma once

// Street addresses told from dates, times, distances, counts and sentences, which are written
// alike.

#include <string_view>

namespace gatepost {

// The number and street of an address as they stand, perhaps with a flat before them: "Flat 2, 14
// High St", "12b Heol y Bont". Refused is one
//   without a digit,
//   in which a number is followed by a word that counts, measures or joins ("14 June", "5 minutes'
//   walk", "2 of the"), English or Welsh,
//   in whose street stands a word that no street has ("3 cars left on the drive"),
//   that begins with the name of a public building ("Town Hall, 1 High Street"),
//   whose Welsh street goes on in small letters ("12 heol fawr biniau").
// Whether the street exists is not looked at.
[[nodiscard]] bool IsUkAddress(std::string_view value);

// A house's name, perhaps with a street: "Rose Cottage, Mill Lane", "Ty Gwyn". Refused is the name
// of a public building ("Town Hall", "Ysgol y Bont") and what has words in it that no name has ("my
// house").
[[nodiscard]] bool IsUkHouseName(std::string_view value);

}  // namespace gatepost
