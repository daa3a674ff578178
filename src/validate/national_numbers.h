#pragma once

// Check digits of other countries' numbers that neither a WeightedSum (check.h) nor one formula
// alone describes. Letters in any case; nothing but letters and digits.

#include <string_view>

namespace gatepost {

// Medicare card, Services Australia: ten digits, or eleven with the place on the card. The ninth is
// the sum of the first eight, weighted 1 3 7 9 1 3 7 9, modulo 10; the tenth counts issues from 1.
[[nodiscard]] bool IsAustralianMedicare(std::string_view value);

// Rijksregisternummer, Royal Decree of 25 November 1997: eleven digits, of which the last two are
// 97 less the first nine modulo 97, with a 2 before them for births since 2000. Months of bis
// numbers are 20 or 40 more.
[[nodiscard]] bool IsBelgianNational(std::string_view value);

// Cadastro de Pessoas Físicas, Receita Federal: eleven digits that are not all the same, of which
// the last two are each 11 less a weighted sum modulo 11, 10 and 11 counting as 0.
[[nodiscard]] bool IsBrazilianCpf(std::string_view value);

// Numéro d'inscription au répertoire, décret 82-103: thirteen characters and 97 less their
// remainder by 97. The departments 2A and 2B count as 19 and 18.
[[nodiscard]] bool IsFrenchNir(std::string_view value);

// Codice fiscale, decreto ministeriale of 23 December 1976: sixteen characters, the last a letter
// by two tables for odd and even places, modulo 26.
[[nodiscard]] bool IsItalianFiscalCode(std::string_view value);

// Fødselsnummer, Skatteetaten: eleven digits, of which the last two are each 11 less a weighted
// sum modulo 11, 11 counting as 0 and 10 never given. Begins with a date, day first; D numbers
// have 40 added to the day.
[[nodiscard]] bool IsNorwegianNational(std::string_view value);

// Personnummer, Skatteverket: ten digits, or twelve with the century, of which the last ten pass
// Luhn's formula. Begins with a date, year first; coordination numbers have 60 added to the day.
[[nodiscard]] bool IsSwedishPersonal(std::string_view value);

}  // namespace gatepost
