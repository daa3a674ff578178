#include "validate/iban.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "validate/sums.h"

namespace gatepost {
namespace {

constexpr size_t kHeadLength = 4;  // country and check digits

// What follows the head, as runs of a length and a kind: n digits, a letters, c either.
struct Country {
  std::string_view code;
  std::string_view structure;
};

// SWIFT, IBAN Registry. Jersey, Guernsey and the Isle of Man use GB; French territories FR. Sorted.
constexpr auto kCountries = std::to_array<Country>({
    {"AD", "8n12c"},    {"AE", "19n"},      {"AL", "8n16c"},    {"AT", "16n"},
    {"AZ", "4a20c"},    {"BA", "16n"},      {"BE", "12n"},      {"BG", "4a6n8c"},
    {"BH", "4a14c"},    {"BI", "23n"},      {"BR", "23n1a1c"},  {"BY", "4c4n16c"},
    {"CH", "5n12c"},    {"CR", "18n"},      {"CY", "8n16c"},    {"CZ", "20n"},
    {"DE", "18n"},      {"DJ", "23n"},      {"DK", "14n"},      {"DO", "4c20n"},
    {"EE", "16n"},      {"EG", "25n"},      {"ES", "20n"},      {"FI", "14n"},
    {"FK", "2a12n"},    {"FO", "14n"},      {"FR", "10n11c2n"}, {"GB", "4a14n"},
    {"GE", "2a16n"},    {"GI", "4a15c"},    {"GL", "14n"},      {"GR", "7n16c"},
    {"GT", "24c"},      {"HN", "4a20n"},    {"HR", "17n"},      {"HU", "24n"},
    {"IE", "4a14n"},    {"IL", "19n"},      {"IQ", "4a15n"},    {"IS", "22n"},
    {"IT", "1a10n12c"}, {"JO", "4a4n18c"},  {"KW", "4a22c"},    {"KZ", "3n13c"},
    {"LB", "4n20c"},    {"LC", "4a24c"},    {"LI", "5n12c"},    {"LT", "16n"},
    {"LU", "3n13c"},    {"LV", "4a13c"},    {"LY", "21n"},      {"MC", "10n11c2n"},
    {"MD", "20c"},      {"ME", "18n"},      {"MK", "3n10c2n"},  {"MN", "16n"},
    {"MR", "23n"},      {"MT", "4a5n18c"},  {"MU", "4a19n3a"},  {"NI", "4a20n"},
    {"NL", "4a10n"},    {"NO", "11n"},      {"OM", "3n16c"},    {"PK", "4a16c"},
    {"PL", "24n"},      {"PS", "4a21c"},    {"PT", "21n"},      {"QA", "4a21c"},
    {"RO", "4a16c"},    {"RS", "18n"},      {"RU", "14n15c"},   {"SA", "2n18c"},
    {"SC", "4a20n3a"},  {"SD", "14n"},      {"SE", "20n"},      {"SI", "15n"},
    {"SK", "20n"},      {"SM", "1a10n12c"}, {"SO", "19n"},      {"ST", "21n"},
    {"SV", "4a20n"},    {"TL", "19n"},      {"TN", "20n"},      {"TR", "6n16c"},
    {"UA", "6n19c"},    {"VA", "18n"},      {"VG", "4a16n"},    {"XK", "16n"},
    {"YE", "4a4n18c"},
});

bool IsOfKind(char c, char kind) {
  return (kind != 'a' && IsDigit(c)) || (kind != 'n' && IsLetter(c));
}

bool HasStructure(std::string_view account, std::string_view structure) {
  size_t at = 0;
  size_t length = 0;
  for (const char c : structure) {
    if (IsDigit(c)) {
      length = length * 10 + static_cast<size_t>(DigitValue(c));
      continue;
    }
    for (; length > 0; --length, ++at) {
      if (at == account.size() || !IsOfKind(account[at], c)) return false;
    }
  }
  return at == account.size();
}

}  // namespace

bool IsIban(std::string_view value) {
  if (value.size() < kHeadLength) return false;
  const std::array<char, 2> letters = {Upper(value[0]), Upper(value[1])};
  const std::string_view code(letters.data(), letters.size());
  const auto country = std::find_if(kCountries.begin(), kCountries.end(),
                                    [&](const Country& each) { return each.code == code; });
  return country != kCountries.end() &&
         HasStructure(value.substr(kHeadLength), country->structure) && PassesMod97(value);
}

}  // namespace gatepost
