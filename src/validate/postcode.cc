#include "validate/postcode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/ascii.h"

namespace gatepost {
namespace {

// Source: the areas GOV.UK Notify accepts (alphagov/notifications-utils, MIT), by Royal Mail.
constexpr auto kAreas = std::to_array<std::string_view>({
    "AB", "AL", "B",  "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH",
    "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",
    "EC", "EH", "EN", "EX", "FK", "FY", "G",  "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS",
    "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL",
    "LN", "LS", "LU", "M",  "ME", "MK", "ML", "N",  "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX",
    "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",  "SA", "SE", "SG", "SK", "SL", "SM",
    "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW",
    "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
});
constexpr auto kSpecialAreas =
    std::to_array<std::string_view>({"AA", "BF", "BX", "XM", "XX", "ZZ"});

constexpr std::string_view kInwardLetters = "ABDEFGHJLNPQRSTUWXYZ";  // never C I K M O V
constexpr std::string_view kLetterAfterADigit = "ABCDEFGHJKPSTUW";   // A9A: W1A, N1P
constexpr std::string_view kLetterAfterAaDigit = "ABEHMNPRVWXY";     // AA9A: EC1A, SW1Y

bool IsIn(std::string_view letters, char c) { return letters.find(c) != std::string_view::npos; }

// By the first letter, the letters that may follow it, a bit each; the lowest is that of none.
using AreaLetters = std::array<uint32_t, 26>;
constexpr uint32_t BitOf(std::string_view area) {
  return area.size() == 1 ? 1U : uint32_t{2} << (area[1] - 'A');
}
constexpr AreaLetters kAreaLetters = [] {
  AreaLetters letters{};
  for (const auto area : kAreas) letters[static_cast<size_t>(area[0] - 'A')] |= BitOf(area);
  for (const auto area : kSpecialAreas) letters[static_cast<size_t>(area[0] - 'A')] |= BitOf(area);
  return letters;
}();

bool IsArea(std::string_view area) {
  return IsLetter(area[0]) && (kAreaLetters[static_cast<size_t>(area[0] - 'A')] & BitOf(area)) != 0;
}

// What follows the area: 9, 99 (not 0 and a digit) or 9A.
bool IsDistrict(std::string_view area, std::string_view district) {
  if (district.empty() || district.size() > 2 || !IsDigit(district[0])) return false;
  if (district.size() == 1) return true;
  if (IsDigit(district[1])) return district[0] != '0';
  return IsIn(area.size() == 1 ? kLetterAfterADigit : kLetterAfterAaDigit, district[1]);
}

bool IsInward(std::string_view inward) {
  return IsDigit(inward[0]) && IsIn(kInwardLetters, inward[1]) && IsIn(kInwardLetters, inward[2]);
}

// ZZ99 codes of the Office for National Statistics: ZZ99 9ZZ, ZZ99 3VZ (no fixed abode), ZZ99 3CZ …
bool IsPseudoCode(std::string_view postcode) {
  return postcode.size() == 7 && postcode.starts_with("ZZ99") && IsDigit(postcode[4]) &&
         IsLetter(postcode[5]) && IsLetter(postcode[6]);
}

}  // namespace

bool IsUkPostcode(std::string_view value) {
  if (value.size() < 5 || value.size() > 7) return false;
  std::string postcode(value);
  std::transform(postcode.begin(), postcode.end(), postcode.begin(), Upper);
  if (postcode == "GIR0AA" || IsPseudoCode(postcode)) return true;

  const std::string_view outward = std::string_view(postcode).substr(0, postcode.size() - 3);
  const size_t area_size = IsLetter(outward[1]) ? 2 : 1;
  const std::string_view area = outward.substr(0, area_size);
  return IsArea(area) && IsDistrict(area, outward.substr(area_size)) &&
         IsInward(std::string_view(postcode).substr(outward.size()));
}

}  // namespace gatepost
