#include <memory>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "base/utf8.h"
#include "catch.h"
#include "text/fold.h"
#include "text/make_fold_data.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

std::string Utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

bool IsAscii(const std::string& text) {
  for (const char c : text) {
    if (static_cast<uint8_t>(c) >= 0x80) return false;
  }
  return true;
}

template <class Check>
void ForEachAssigned(Check check) {
  for (UChar32 value = 0x80; value < 0x110000; ++value) {
    if (u_isdefined(value) && u_charType(value) != U_SURROGATE) check(value);
  }
}

}  // namespace

TEST_CASE("every Latin letter folds as ICU's Latin-ASCII has it", "[text][fold]") {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> latin_ascii(
      icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, error));
  REQUIRE(U_SUCCESS(error));
  int compared = 0;
  ForEachAssigned([&](UChar32 value) {
    if (uscript_getScript(value, &error) != USCRIPT_LATIN) return;
    icu::UnicodeString text(value);
    latin_ascii->transliterate(text);
    const std::string expected = Utf8(text);
    if (!IsAscii(expected)) return;
    ++compared;
    CAPTURE(value);
    if (Folded(Utf8(icu::UnicodeString(value))) != expected) {
      FAIL_CHECK(Folded(Utf8(icu::UnicodeString(value))) << " is not " << expected);
    }
  });
  CHECK(compared > 850);
}

TEST_CASE("every Latin letter is one or more characters of a word", "[text][fold]") {
  const std::string word = "_'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";  // ŉ is 'n
  UErrorCode error = U_ZERO_ERROR;
  int letters = 0;
  ForEachAssigned([&](UChar32 value) {
    const bool is_modifier = u_charType(value) == U_MODIFIER_LETTER;
    if (uscript_getScript(value, &error) != USCRIPT_LATIN || !u_isalpha(value) || is_modifier)
      return;
    ++letters;
    const std::string folded = Folded(Utf8(icu::UnicodeString(value)));
    if (folded.empty() || folded.find_first_not_of(word) != std::string::npos) {
      FAIL_CHECK(value << " folds to " << folded);
    }
  });
  CHECK(letters > 1100);
}

TEST_CASE("look-alikes keep their case, and nearly all are confusable by UTS #39", "[text][fold]") {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&error),
                                                                        &uspoof_close);
  const auto confusable_form = [&](const icu::UnicodeString& text) {
    icu::UnicodeString form;
    uspoof_getSkeletonUnicodeString(checker.get(), 0, text, form, &error);
    return form;
  };
  int others = 0;
  for (const LookAlike& row : kLookAlikes) {
    const auto letter = static_cast<UChar32>(row.letter);
    CAPTURE(letter);
    CHECK(Folded(Utf8(icu::UnicodeString(letter))) == row.latin);
    const bool is_latin_lower = row.latin[0] >= 'a' && row.latin[0] <= 'z';
    const bool has_cases = u_tolower(letter) != u_toupper(letter);
    const bool is_cherokee = uscript_getScript(letter, &error) == USCRIPT_CHEROKEE;
    if (has_cases && !is_cherokee && u_isalpha(row.latin[0])) {
      CHECK((u_islower(letter) != 0) == is_latin_lower);
    }
    const icu::UnicodeString latin(row.latin);
    if (confusable_form(icu::UnicodeString(letter)) != confusable_form(latin)) ++others;
  }
  REQUIRE(U_SUCCESS(error));
  CHECK(others < 30);
}

TEST_CASE("canonically equivalent texts have equal skeletons", "[text][fold]") {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
  REQUIRE(U_SUCCESS(error));
  int compared = 0;
  ForEachAssigned([&](UChar32 value) {
    const icu::UnicodeString composed(value);
    const icu::UnicodeString decomposed = nfd->normalize(composed, error);
    if (decomposed == composed) return;
    ++compared;
    const std::string expected = Folded(Utf8(decomposed));
    if (Folded(Utf8(composed)) != expected) {
      FAIL_CHECK(value << ": " << Folded(Utf8(composed)) << " is not " << expected);
    }
  });
  CHECK(compared > 13000);
}

TEST_CASE("every default-ignorable code point and every mark vanishes", "[text][fold]") {
  for (UChar32 value = 0x80; value < 0x110000; ++value) {
    const bool is_ignorable = u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    const bool is_mark = (U_GET_GC_MASK(value) & U_GC_M_MASK) != 0;
    if (!is_ignorable && !is_mark) continue;
    if (!Folded(Utf8(icu::UnicodeString(value))).empty()) FAIL_CHECK(value << " is left");
  }
  SUCCEED();
}

TEST_CASE("every dash, space, currency sign and decimal digit folds to its ASCII sign",
          "[text][fold]") {
  const auto sign_of = [](UChar32 value) {
    const int32_t digit = u_charDigitValue(value);
    if (digit >= 0) return static_cast<char>('0' + digit);
    if (u_charType(value) == U_SPACE_SEPARATOR) return ' ';
    if (u_charType(value) == U_CURRENCY_SYMBOL) return '$';
    return u_hasBinaryProperty(value, UCHAR_DASH) != 0 ? '-' : '\0';
  };
  int compared = 0;
  ForEachAssigned([&](UChar32 value) {
    const char sign = sign_of(value);
    if (sign == '\0') return;
    ++compared;
    const std::string folded = Folded(Utf8(icu::UnicodeString(value)));
    if (folded != std::string(1, sign)) FAIL_CHECK(value << ": " << folded << " is not " << sign);
  });
  CHECK(compared > 750);
}

}  // namespace gatepost
