#include "validate/address.h"

#include <algorithm>
#include <array>
#include <string>

#include "validate/ascii.h"
#include "validate/postcode.h"

namespace gatepost {
namespace {

// No street begins with these: what is counted, measured or joined. Sorted, in lower case.
constexpr auto kAfterANumberThatIsNoHouse = std::to_array<std::string_view>({
    "a",        "about",      "adults",     "after",    "ago",        "am",       "and",
    "apr",      "april",      "are",        "at",       "aug",        "august",   "awr",
    "awst",     "bedroom",    "beds",       "before",   "blwyddyn",   "blynedd",  "but",
    "by",       "cars",       "cases",      "children", "chwefror",   "cyn",      "day",
    "days",     "dec",        "december",   "degrees",  "different",  "diwrnod",  "ebrill",
    "extra",    "families",   "feb",        "february", "feet",       "floors",   "for",
    "from",     "ft",         "gorffennaf", "guests",   "hectares",   "homes",    "hour",
    "hours",    "houses",     "hr",         "hrs",      "hydref",     "i",        "if",
    "in",       "ionawr",     "is",         "items",    "jan",        "january",  "jul",
    "july",     "jun",        "june",       "kg",       "kilometres", "km",       "lanes",
    "less",     "live",       "mai",        "major",    "mar",        "march",    "mawrth",
    "may",      "medi",       "mehefin",    "members",  "metre",      "metres",   "mile",
    "miles",    "milltir",    "min",        "mins",     "minute",     "minutes",  "mis",
    "month",    "months",     "more",       "mph",      "munud",      "neu",      "nov",
    "november", "o",          "oct",        "october",  "oed",        "of",       "on",
    "or",       "other",      "others",     "out",      "oz",         "parking",  "people",
    "per",      "percent",    "piece",      "places",   "players",    "plus",     "pm",
    "pupils",   "questions",  "rhagfyr",    "rooms",    "seats",      "seconds",  "sep",
    "sept",     "september",  "shops",      "spaces",   "stops",      "tachwedd", "than",
    "then",     "tickets",    "times",      "to",       "tonnes",     "until",    "up",
    "vehicles", "volunteers", "was",        "week",     "weeks",      "were",     "with",
    "wythnos",  "x",          "yards",      "year",     "years",      "yn",
});
static_assert(std::is_sorted(kAfterANumberThatIsNoHouse.begin(), kAfterANumberThatIsNoHouse.end()));

// The name of a building that is nobody's home ends with one of these: "Church Hall", not "Hall
// Farm". Sorted, in lower case.
constexpr auto kPublicBuildings = std::to_array<std::string_view>({
    "academy",    "archives", "arms",     "baths",     "campus",  "castle",   "cathedral",
    "centre",     "chapel",   "church",   "cinema",    "clinic",  "club",     "college",
    "council",    "depot",    "exchange", "gallery",   "gym",     "hall",     "hospital",
    "hotel",      "hub",      "inn",      "institute", "library", "market",   "mosque",
    "museum",     "nursery",  "office",   "offices",   "park",    "pavilion", "pharmacy",
    "playhouse",  "pool",     "practice", "pub",       "school",  "shop",     "stadium",
    "station",    "store",    "surgery",  "synagogue", "tavern",  "temple",   "theatre",
    "university",
});
static_assert(std::is_sorted(kPublicBuildings.begin(), kPublicBuildings.end()));
// In Welsh it begins so: "Neuadd y Dref".
constexpr auto kWelshPublicBuildings = std::to_array<std::string_view>({
    "amgueddfa",
    "canolfan",
    "capel",
    "castell",
    "clwb",
    "coleg",
    "eglwys",
    "ganolfan",
    "llyfrgell",
    "marchnad",
    "meddygfa",
    "neuadd",
    "swyddfa",
    "swyddfeydd",
    "tafarn",
    "theatr",
    "ysbyty",
    "ysgol",
});
static_assert(std::is_sorted(kWelshPublicBuildings.begin(), kWelshPublicBuildings.end()));

// GOV.UK's sample, which forms and guides show: C never stands in an inward part.
constexpr std::string_view kSamplePostcode = "ab12dc";

template <class Words>
bool IsOneOf(const Words& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), InLowerCase(word));
}

// The word behind the number that ends at `at`; empty if none follows.
std::string_view WordAfter(std::string_view value, size_t at) {
  while (at < value.size() && !IsDigit(value[at]) && !IsLetter(value[at])) ++at;
  const size_t begin = at;
  while (at < value.size() && IsLetter(value[at])) ++at;
  return value.substr(begin, at - begin);
}

bool EndsANumber(std::string_view value, size_t at) {
  return IsDigit(value[at]) && at + 1 < value.size() && !IsDigit(value[at + 1]) &&
         !IsLetter(value[at + 1]);
}

// The address begins with the name of a building, up to a comma or a line's end, and the name is
// one of a public building.
bool BeginsWithPublicBuilding(std::string_view value) {
  const std::string_view name = value.substr(0, value.find_first_of(",\n"));
  if (std::any_of(name.begin(), name.end(), IsDigit)) return false;
  const std::string_view first = name.substr(0, name.find(' '));
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  return IsOneOf(kWelshPublicBuildings, first) || IsOneOf(kPublicBuildings, last);
}

// What stands before the last three characters, one word of letters and digits, and these: nothing
// if they are no digit and two letters.
std::string PostcodeOf(std::string_view value) {
  if (value.size() < 5) return {};
  const std::string_view inward = value.substr(value.size() - 3);
  if (!IsDigit(inward[0]) || !IsLetter(inward[1]) || !IsLetter(inward[2])) return {};
  size_t end = value.size() - 3;
  while (end > 0 && value[end - 1] == ' ') --end;
  size_t begin = end;
  while (begin > 0 && (IsDigit(value[begin - 1]) || IsLetter(value[begin - 1]))) --begin;
  return std::string(value.substr(begin, end - begin)).append(inward);
}

}  // namespace

bool IsUkAddress(std::string_view value) {
  if (std::none_of(value.begin(), value.end(), IsDigit)) return false;
  if (BeginsWithPublicBuilding(value)) return false;
  for (size_t at = 0; at < value.size(); ++at) {
    if (!EndsANumber(value, at)) continue;
    if (IsOneOf(kAfterANumberThatIsNoHouse, WordAfter(value, at + 1))) return false;
  }
  const std::string postcode = PostcodeOf(value);
  return postcode.empty() || IsUkPostcode(postcode) || InLowerCase(postcode) == kSamplePostcode;
}

}  // namespace gatepost
