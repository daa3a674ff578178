#include "validate/address.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "validate/word_table.h"

namespace gatepost {
namespace {

// No street begins with these: what is counted, measured or joined.
constexpr WordTable kAfterANumberThatIsNoHouse({
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

// What joins, asks or tells, English and Welsh: no street has such a word in its name, so what
// holds one is a sentence ("3 of them left the park"). Without apostrophes.
constexpr WordTable kNotInStreets({
    "a",         "about",      "ac",         "acc",        "account",   "achos",     "across",
    "adults",    "after",      "afternoons", "again",      "against",   "aged",      "ago",
    "ahead",     "ain",        "all",        "almost",     "along",     "alongside", "already",
    "also",      "always",     "am",         "an",         "and",       "another",   "any",
    "anyone",    "applicant",  "are",        "around",     "arrived",   "as",        "ask",
    "asked",     "at",         "away",       "awful",      "bad",       "bags",      "barriers",
    "bathrooms", "bays",       "be",         "because",    "bed",       "bedroom",   "bedroomed",
    "bedrooms",  "beds",       "been",       "before",     "behind",    "being",     "benches",
    "beside",    "between",    "big",        "bikes",      "bins",      "blocked",   "blokes",
    "bod",       "born",       "both",       "boxes",      "buses",     "but",       "by",
    "bydd",      "byth",       "cael",       "call",       "called",    "calls",     "came",
    "cameras",   "can",        "cant",       "carer",      "cars",      "cats",      "caught",
    "chairs",    "cheers",     "claimant",   "classes",    "come",      "comes",     "coming",
    "comments",  "complaints", "concerts",   "cones",      "copies",    "could",     "crews",
    "cut",       "dal",        "ddim",       "did",        "didnt",     "dim",       "do",
    "dob",       "does",       "doesnt",     "dogs",       "doing",     "done",      "dont",
    "down",      "dropped",    "dros",       "dwi",        "each",      "ei",        "eich",
    "ein",       "email",      "emails",     "er",         "ers",       "eto",       "eu",
    "evenings",  "every",      "everyone",   "except",     "extra",     "fallen",    "far",
    "fel",       "felly",      "few",        "finally",    "flats",     "floors",    "fod",
    "for",       "forms",      "found",      "from",       "fully",     "fy",        "gan",
    "gave",      "get",        "gets",       "getting",    "give",      "go",        "goals",
    "goes",      "going",      "gone",       "good",       "got",       "great",     "gyda",
    "had",       "has",        "hasnt",      "have",       "havent",    "having",    "he",
    "hear",      "heard",      "heb",        "heddiw",     "hefyd",     "help",      "heno",
    "her",       "here",       "him",        "his",        "hold",      "holes",     "hours",
    "houses",    "how",        "hwn",        "i",          "iawn",      "if",        "im",
    "in",        "inside",     "into",       "is",         "isnt",      "it",        "its",
    "ive",       "just",       "keep",       "keeps",      "kept",      "kids",      "knocked",
    "lads",      "laps",       "later",      "leave",      "leaving",   "left",      "less",
    "lessons",   "letters",    "letting",    "like",       "likes",     "literally", "little",
    "live",      "lives",      "living",     "lle",        "look",      "looking",   "loose",
    "lorries",   "lost",       "loud",       "lovely",     "made",      "mae",       "maen",
    "make",      "many",       "matches",    "may",        "me",        "mewn",      "might",
    "miles",     "mine",       "miss",       "missed",     "missing",   "mob",       "mobile",
    "more",      "mornings",   "most",       "moved",      "mr",        "mrs",       "ms",
    "much",      "must",       "mx",         "my",         "mynd",      "name",      "near",
    "nearly",    "nee",        "need",       "needs",      "neu",       "never",     "next",
    "ni",        "nice",       "nights",     "no",         "nobody",    "nor",       "nos",
    "not",       "nothing",    "nurseries",  "oedd",       "oes",       "off",       "officers",
    "ofnadwy",   "ok",         "on",         "once",       "ond",       "oni",       "only",
    "onto",      "opposite",   "or",         "os",         "other",     "others",    "our",
    "out",       "outside",    "owed",       "owner",      "paid",      "pam",       "pan",
    "past",      "patient",    "pence",      "phone",      "photos",    "pictures",  "pieces",
    "pints",     "players",    "please",     "plis",       "pls",       "pob",       "points",
    "posts",     "potholes",   "pounds",     "pubs",       "pupils",    "put",       "quid",
    "races",     "ran",        "really",     "ref",        "refuge",    "regards",   "relays",
    "reports",   "ring",       "roedd",      "rounds",     "running",   "rwan",      "said",
    "sat",       "saw",        "say",        "says",       "see",       "seen",      "sent",
    "sessions",  "she",        "should",     "signatures", "since",     "sitting",   "so",
    "some",      "someone",    "something",  "sorry",      "sort",      "spaces",    "staff",
    "stalls",    "standing",   "still",      "stopped",    "storeys",   "stuck",     "such",
    "sy",        "sydd",       "tables",     "take",       "taken",     "takes",     "teenagers",
    "tel",       "tenant",     "tenants",    "text",       "than",      "thanks",    "that",
    "thats",     "their",      "them",       "then",       "there",     "these",     "they",
    "think",     "this",       "those",      "though",     "through",   "thx",       "tickets",
    "tiny",      "to",         "together",   "toilets",    "told",      "too",       "took",
    "toward",    "towards",    "trwy",       "trying",     "turned",    "tweets",    "twice",
    "units",     "until",      "unwaith",    "up",         "us",        "used",      "using",
    "vans",      "vehicles",   "very",       "videos",     "votes",     "waiting",   "walked",
    "walking",   "want",       "wants",      "was",        "wasnt",     "waste",     "we",
    "wedi",      "weekends",   "well",       "went",       "were",      "weve",      "what",
    "when",      "where",      "whether",    "which",      "while",     "who",       "whole",
    "whos",      "why",        "will",       "with",       "within",    "without",   "wnaeth",
    "woman",     "women",      "wont",       "working",    "workshops", "would",     "ydy",
    "ydyn",      "yeah",       "yes",        "yet",        "ym",        "yma",       "yn",
    "yng",       "you",        "your",       "yw",
});

// The name of a building that is nobody's home ends with one of these: "Church Hall", not "Hall
// Farm".
constexpr WordTable kPublicBuildings({
    "academy",    "archives", "arms",     "baths",     "campus",  "castle",   "cathedral",
    "centre",     "chapel",   "church",   "cinema",    "clinic",  "club",     "college",
    "council",    "depot",    "exchange", "gallery",   "gym",     "hall",     "hospital",
    "hotel",      "hub",      "inn",      "institute", "library", "market",   "mosque",
    "museum",     "nursery",  "office",   "offices",   "park",    "pavilion", "pharmacy",
    "playhouse",  "pool",     "practice", "pub",       "school",  "shop",     "stadium",
    "station",    "store",    "surgery",  "synagogue", "tavern",  "temple",   "theatre",
    "university",
});
// In Welsh it begins so: "Neuadd y Dref".
constexpr WordTable kWelshPublicBuildings({
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

// A Welsh street begins with one of these and goes on with its name.
constexpr WordTable kWelshStreets({
    "allt", "bron",  "bryn", "cae",    "cefn",   "cilgant", "clos",  "coedlan", "craig",
    "cwrt", "dol",   "erw",  "ffordd", "gerddi", "glan",    "golwg", "gwaun",   "gwel",
    "heol", "llwyn", "llys", "lon",    "maes",   "min",     "nant",  "pant",    "parc",
    "pen",  "plas",  "pont", "rhes",   "rhiw",   "rhodfa",  "sgwar", "stryd",   "tai",
    "tan",  "teras", "trem", "twyn",   "tyle",   "waun",
});
constexpr WordTable kWelshLinks({"ar", "pen", "y", "yr"});

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

// The words of the text, each with its apostrophes and without other marks.
std::vector<std::string_view> WordsIn(std::string_view text) {
  const auto is_part = [](char c) { return IsLetter(c) || c == '\''; };
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t begin = at;
    while (at < text.size() && is_part(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

// Those behind the last number and the letter it may have: "14b Mill Lane".
std::vector<std::string_view> WordsOfStreet(std::string_view value) {
  const size_t last = value.find_last_of("0123456789");
  const bool has_letter = last + 1 < value.size() && IsLetter(value[last + 1]);
  return WordsIn(value.substr(last + (has_letter ? 2 : 1)));
}

std::string WithoutApostrophes(std::string_view word) {
  std::string plain(word);
  plain.erase(std::remove(plain.begin(), plain.end(), '\''), plain.end());
  return plain;
}

// A sentence goes on where a street's name ends: a word that stands in none, "the" other than
// first, or a negation.
bool IsSentence(const std::vector<std::string_view>& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string word = InLowerCase(WithoutApostrophes(words[i]));
    if (kNotInStreets.Holds(word) || (i > 0 && word == "the")) return true;
    if (words[i].ends_with("n't") || words[i].ends_with("N'T")) return true;
  }
  return false;
}

// A number is followed by a word that counts, measures or joins. "Min yr Afon" is a street, "min"
// alone minutes.
bool HasCount(std::string_view value) {
  for (size_t at = 0; at < value.size(); ++at) {
    if (!EndsANumber(value, at)) continue;
    const std::string_view word = WordAfter(value, at + 1);
    if (!kAfterANumberThatIsNoHouse.Holds(word)) continue;
    const std::string rest = InLowerCase(value.substr(at + 1));
    if (rest.find("min y ") == std::string::npos && rest.find("min yr ") == std::string::npos) {
      return true;
    }
  }
  return false;
}

// The address begins with the name of a building, up to a comma or a line's end, and the name is
// one of a public building.
bool BeginsWithPublicBuilding(std::string_view value) {
  const std::string_view name = value.substr(0, value.find_first_of(",\n"));
  if (std::any_of(name.begin(), name.end(), IsDigit)) return false;
  const std::string_view first = name.substr(0, name.find(' '));
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  return kWelshPublicBuildings.Holds(first) || kPublicBuildings.Holds(last);
}

// A Welsh street's name is one word behind its kind and links; one more is a name only with a
// capital: "Heol Dewi Sant", not "heol fawr biniau".
bool GoesOnBehindWelshStreet(const std::vector<std::string_view>& words) {
  if (words.size() < 3 || !kWelshStreets.Holds(words[0])) return false;
  if (kWelshLinks.Holds(words[words.size() - 2])) return false;
  const char first = words.back().front();
  return first == Lower(first);
}

}  // namespace

bool IsUkAddress(std::string_view value) {
  if (std::none_of(value.begin(), value.end(), IsDigit)) return false;
  if (BeginsWithPublicBuilding(value)) return false;
  if (HasCount(value)) return false;
  const std::vector<std::string_view> words = WordsOfStreet(value);
  return !IsSentence(words) && !GoesOnBehindWelshStreet(words);
}

bool IsUkHouseName(std::string_view value) {
  return !value.empty() && !BeginsWithPublicBuilding(value) && !HasCount(value) &&
         !IsSentence(WordsIn(value));
}

}  // namespace gatepost
