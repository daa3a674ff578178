#include "text/make_fold_rules.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/make_fold_data.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

const std::string kNothing;
const std::string kSymbolText(1, kSymbolMark);
const std::string kLetterText = "_";

UChar32 Icu32(char32_t value) { return static_cast<UChar32>(value); }

bool Has(char32_t value, UProperty property) {
  return u_hasBinaryProperty(Icu32(value), property) != 0;
}

bool IsMark(char32_t value) { return (U_GET_GC_MASK(Icu32(value)) & U_GC_M_MASK) != 0; }

// A vowel or a trailing consonant joins the Korean syllable before it as a mark joins its letter;
// so a syllable is one letter whether it is composed or not.
bool IsJoiningJamo(char32_t value) {
  const int32_t type = u_getIntPropertyValue(Icu32(value), UCHAR_HANGUL_SYLLABLE_TYPE);
  return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

bool Vanishes(char32_t value) {
  return Has(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || IsMark(value) || IsJoiningJamo(value);
}

bool IsOfScript(char32_t value, UScriptCode script) {
  return uscript_hasScript(Icu32(value), script) != 0;
}

// In these a letter beside a number is no word that the number would be a part of.
bool IsWrittenWithoutSpaces(char32_t value) {
  constexpr UScriptCode kScripts[] = {
      USCRIPT_HAN,      USCRIPT_HIRAGANA, USCRIPT_KATAKANA,    USCRIPT_BOPOMOFO,
      USCRIPT_YI,       USCRIPT_THAI,     USCRIPT_LAO,         USCRIPT_KHMER,
      USCRIPT_MYANMAR,  USCRIPT_TAI_LE,   USCRIPT_NEW_TAI_LUE, USCRIPT_LANNA,
      USCRIPT_TAI_VIET, USCRIPT_TANGUT,   USCRIPT_NUSHU,       USCRIPT_KHITAN_SMALL_SCRIPT};
  return std::any_of(std::begin(kScripts), std::end(kScripts),
                     [value](UScriptCode script) { return IsOfScript(value, script); });
}

bool IsPrintableAscii(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// A compatibility form that is worth writing out: "kg", "c/o", "..". A digit in it (m²) would
// lengthen a number beside it, a space before it is a lone accent's, and "_" stands for a letter
// that cannot be read.
bool ReadsAsText(const std::string& text) {
  return IsPrintableAscii(text) && text.front() != ' ' &&
         text.find_first_of("_0123456789") == std::string::npos;
}

// The fold of a whole general category; empty where the category does not decide.
std::string TextByCategory(char32_t value) {
  if (Has(value, UCHAR_DASH)) return "-";
  if (Has(value, UCHAR_QUOTATION_MARK)) return "\"";  // the single ones are listed by hand
  switch (u_charType(Icu32(value))) {
    case U_SPACE_SEPARATOR:
      return " ";
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return "\n";
    case U_CURRENCY_SYMBOL:
      return "$";
    case U_CONNECTOR_PUNCTUATION:
      return "_";
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
      return kSymbolText;
    default:
      return {};
  }
}

// "½" gets a space before it, so that "12½" does not become another number; numbers in circles and
// of other notations are marks.
std::string TextOfNumber(char32_t value, const std::string& decomposed) {
  const int32_t type = u_getIntPropertyValue(Icu32(value), UCHAR_DECOMPOSITION_TYPE);
  return type == U_DT_FRACTION ? " " + decomposed : kSymbolText;
}

std::string CharacterAfter(char first, char32_t steps) {
  return {static_cast<char>(static_cast<char32_t>(first) + steps)};
}

std::unordered_map<char32_t, FoldRule> RulesByHand() {
  std::unordered_map<char32_t, FoldRule> rules;
  for (const LookAlike& row : kLookAlikes) rules[row.letter] = {row.latin};
  for (const LetterRow& row : kLetterRows) {
    for (char32_t i = 0; i < 26; ++i) rules[row.first + i] = {CharacterAfter(row.letter, i)};
  }
  for (const char32_t zero : kNewDecimalZeros) {
    for (char32_t i = 0; i < 10; ++i) rules[zero + i] = {CharacterAfter('0', i)};
  }
  for (const DigitRow& row : kDigitRows) {
    for (char32_t i = 0; i < row.count; ++i) {
      rules[row.first + i] = {CharacterAfter(row.digit, i), row.kind};
    }
  }
  for (const SymbolRow& row : kSymbolRows) {
    for (char32_t value = row.first; value <= row.last; ++value) rules[value] = {row.as};
  }
  return rules;
}

}  // namespace

struct FoldRules::Icu {
  std::unique_ptr<icu::Transliterator> latin_ascii;
  const icu::Normalizer2* nfd = nullptr;
  const icu::Normalizer2* nfkd = nullptr;

  [[nodiscard]] std::string LatinAscii(char32_t value) const {
    icu::UnicodeString text(Icu32(value));
    latin_ascii->transliterate(text);
    std::string result;
    return IsPrintableAscii(text.toUTF8String(result)) ? result : kNothing;
  }
};

FoldRules::FoldRules() : icu_(std::make_unique<Icu>()), by_hand_(RulesByHand()) {
  UErrorCode error = U_ZERO_ERROR;
  icu_->latin_ascii.reset(
      icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, error));
  icu_->nfd = icu::Normalizer2::getNFDInstance(error);
  icu_->nfkd = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
}

FoldRules::~FoldRules() = default;

FoldRule FoldRules::RuleOf(char32_t value) const {
  if (const auto found = by_hand_.find(value); found != by_hand_.end()) return found->second;
  constexpr char32_t kRegionalA = 0x1F1E6;
  if (Has(value, UCHAR_REGIONAL_INDICATOR)) {
    return {CharacterAfter('A', value - kRegionalA), MarkedDigit::kNone, true};
  }
  return {TextOf(value)};
}

std::string FoldRules::TextOf(char32_t value) const {
  if (Vanishes(value)) return kNothing;
  if (const int32_t digit = u_charDigitValue(Icu32(value)); digit >= 0)
    return std::to_string(digit);
  if (std::string text = TextByCategory(value); !text.empty()) return text;
  if (auto text = TextAsLatin(value)) return *text;
  if (auto text = TextByParts(value)) return *text;
  const bool is_letter = Has(value, UCHAR_ALPHABETIC) && u_isalpha(Icu32(value));
  const bool is_number = u_charType(Icu32(value)) == U_LETTER_NUMBER;
  if ((is_letter || is_number) && !IsWrittenWithoutSpaces(value)) return kLetterText;
  return kSymbolText;
}

// A Latin letter, or another sign that is one sign of ASCII (¿ is ?, ː is :).
std::optional<std::string> FoldRules::TextAsLatin(char32_t value) const {
  std::string text = icu_->LatinAscii(value);
  if (text.empty()) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  if (uscript_getScript(Icu32(value), &error) == USCRIPT_LATIN) return text;
  const uint32_t category = U_GET_GC_MASK(Icu32(value));
  const bool is_sign = (category & (U_GC_P_MASK | U_GC_S_MASK | U_GC_LM_MASK)) != 0;
  if (is_sign && text.size() == 1) return text;
  return std::nullopt;
}

// By decomposition, canonical first. Parts that say nothing of themselves leave it to the whole: an
// Arabic ligature is one letter, not eighteen.
std::optional<std::string> FoldRules::TextByParts(char32_t value) const {
  const icu::UnicodeString whole(Icu32(value));
  for (const icu::Normalizer2* form : {icu_->nfd, icu_->nfkd}) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString parts = form->normalize(whole, error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    if (parts == whole) continue;
    std::string text;
    int32_t visible_parts = 0;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const std::string part = RuleOf(static_cast<char32_t>(parts.char32At(i))).text;
      if (!part.empty()) ++visible_parts;
      text += part;
    }
    if (u_charType(Icu32(value)) == U_OTHER_NUMBER) return TextOfNumber(value, text);
    if (visible_parts == 1 && text != " ") return text;
    if (ReadsAsText(text)) return text;
  }
  return std::nullopt;
}

}  // namespace gatepost
