#include "text/number_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace gatepost {
namespace {

using Kind = NumberWord::Kind;

constexpr size_t kLongestWord = 9;

// Welsh with its mutations. "o" and "for" stand in every sentence, so they count between others
// alone; "and" and "dash" join. Sorted by word.
constexpr auto kNumberWords = std::to_array<NumberWord>({
    {"and", Kind::kFiller, ""},      {"ate", Kind::kWeak, "8"},
    {"bedair", Kind::kDigit, "4"},   {"bedwar", Kind::kDigit, "4"},
    {"bump", Kind::kDigit, "5"},     {"chwe", Kind::kDigit, "6"},
    {"chwech", Kind::kDigit, "6"},   {"dair", Kind::kDigit, "3"},
    {"dash", Kind::kFiller, ""},     {"dau", Kind::kDigit, "2"},
    {"dbl", Kind::kRepeat, "2"},     {"ddau", Kind::kDigit, "2"},
    {"ddeg", Kind::kWeak, "10"},     {"ddwbl", Kind::kRepeat, "2"},
    {"ddwy", Kind::kDigit, "2"},     {"dim", Kind::kDigit, "0"},
    {"double", Kind::kRepeat, "2"},  {"dri", Kind::kDigit, "3"},
    {"dubble", Kind::kRepeat, "2"},  {"dwbl", Kind::kRepeat, "2"},
    {"dwy", Kind::kDigit, "2"},      {"e1ght", Kind::kDigit, "8"},
    {"eight", Kind::kDigit, "8"},    {"eighteen", Kind::kTeen, "18"},
    {"eighty", Kind::kTens, "8"},    {"eleven", Kind::kTeen, "11"},
    {"er", Kind::kFiller, ""},       {"f0ur", Kind::kDigit, "4"},
    {"f1ve", Kind::kDigit, "5"},     {"fife", Kind::kDigit, "5"},
    {"fifteen", Kind::kTeen, "15"},  {"fifty", Kind::kTens, "5"},
    {"five", Kind::kDigit, "5"},     {"for", Kind::kWeak, "4"},
    {"forty", Kind::kTens, "4"},     {"four", Kind::kDigit, "4"},
    {"fourteen", Kind::kTeen, "14"}, {"fower", Kind::kDigit, "4"},
    {"free", Kind::kWeak, "3"},      {"hundred", Kind::kHundred, "00"},
    {"hyphen", Kind::kFiller, ""},   {"n1ne", Kind::kDigit, "9"},
    {"naught", Kind::kWeak, "0"},    {"naw", Kind::kDigit, "9"},
    {"nil", Kind::kWeak, "0"},       {"nine", Kind::kDigit, "9"},
    {"niner", Kind::kDigit, "9"},    {"nineteen", Kind::kTeen, "19"},
    {"ninety", Kind::kTens, "9"},    {"nought", Kind::kDigit, "0"},
    {"o", Kind::kWeak, "0"},         {"oh", Kind::kDigit, "0"},
    {"one", Kind::kDigit, "1"},      {"ought", Kind::kWeak, "0"},
    {"ow", Kind::kWeak, "0"},        {"pedair", Kind::kDigit, "4"},
    {"pedwar", Kind::kDigit, "4"},   {"phedair", Kind::kDigit, "4"},
    {"phedwar", Kind::kDigit, "4"},  {"phump", Kind::kDigit, "5"},
    {"pum", Kind::kDigit, "5"},      {"pump", Kind::kDigit, "5"},
    {"quad", Kind::kRepeat, "4"},    {"quadruple", Kind::kRepeat, "4"},
    {"s1x", Kind::kDigit, "6"},      {"s3ven", Kind::kDigit, "7"},
    {"saith", Kind::kDigit, "7"},    {"sero", Kind::kDigit, "0"},
    {"seven", Kind::kDigit, "7"},    {"seventeen", Kind::kTeen, "17"},
    {"seventy", Kind::kTens, "7"},   {"six", Kind::kDigit, "6"},
    {"sixteen", Kind::kTeen, "16"},  {"sixty", Kind::kTens, "6"},
    {"space", Kind::kFiller, ""},    {"tair", Kind::kDigit, "3"},
    {"ten", Kind::kTeen, "10"},      {"thair", Kind::kDigit, "3"},
    {"then", Kind::kFiller, ""},     {"thirteen", Kind::kTeen, "13"},
    {"thirty", Kind::kTens, "3"},    {"thousand", Kind::kThousand, "000"},
    {"thr33", Kind::kDigit, "3"},    {"three", Kind::kDigit, "3"},
    {"thri", Kind::kDigit, "3"},     {"to", Kind::kWeak, "2"},
    {"too", Kind::kWeak, "2"},       {"trebl", Kind::kRepeat, "3"},
    {"treble", Kind::kRepeat, "3"},  {"tri", Kind::kDigit, "3"},
    {"triple", Kind::kRepeat, "3"},  {"twelve", Kind::kTeen, "12"},
    {"twenty", Kind::kTens, "2"},    {"two", Kind::kDigit, "2"},
    {"uh", Kind::kFiller, ""},       {"um", Kind::kFiller, ""},
    {"un", Kind::kDigit, "1"},       {"wedyn", Kind::kFiller, ""},
    {"won", Kind::kWeak, "1"},       {"wyth", Kind::kDigit, "8"},
    {"zero", Kind::kDigit, "0"},
});

constexpr bool IsSorted() {
  return std::ranges::is_sorted(kNumberWords, {}, &NumberWord::word) &&
         std::ranges::all_of(kNumberWords,
                             [](const NumberWord& w) { return w.word.size() <= kLongestWord; });
}
static_assert(IsSorted());

// The number words of one place, which stand together, as they are sorted.
struct Candidates {
  uint8_t begin = 0;
  uint8_t end = 0;
};

constexpr std::array<Candidates, kNumberWordPlaces> CandidatesByPlace() {
  std::array<Candidates, kNumberWordPlaces> all{};
  for (size_t i = 0; i < kNumberWords.size(); ++i) {
    Candidates& its = all[PlaceOfNumberWord(kNumberWords[i].word)];
    if (its.end == 0) its.begin = static_cast<uint8_t>(i);
    its.end = static_cast<uint8_t>(i + 1);
  }
  return all;
}
constexpr auto kCandidates = CandidatesByPlace();

constexpr std::array<uint16_t, kNumberWordPlaces> LengthsByPlace() {
  std::array<uint16_t, kNumberWordPlaces> all{};
  for (const NumberWord& each : kNumberWords) {
    uint16_t& its = all[PlaceOfNumberWord(each.word)];
    its = static_cast<uint16_t>(its | 1U << each.word.size());
  }
  return all;
}

}  // namespace

constinit const std::array<uint16_t, kNumberWordPlaces> kNumberWordLengths = LengthsByPlace();

std::optional<NumberWord> FindAmongNumberWords(std::string_view word) {
  const Candidates& candidates = kCandidates[PlaceOfNumberWord(word)];
  for (size_t i = candidates.begin; i < candidates.end; ++i) {
    if (EqualsLower(word, kNumberWords[i].word)) return kNumberWords[i];
  }
  return std::nullopt;
}

std::optional<NumberWord> NumberWordAtBegin(std::string_view text) {
  for (size_t size = std::min(text.size(), kLongestWord); size > 1; --size) {
    const auto word = FindNumberWord(text.substr(0, size));
    if (word && (word->kind == Kind::kDigit || word->kind == Kind::kRepeat)) return word;
  }
  return std::nullopt;
}

}  // namespace gatepost
