#include "validate/postcode.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a postcode of each format is accepted in any case", "[validate][postcode]") {
  // Royal Mail's own examples of the six formats, and the districts that break naive rules.
  const std::string value =
      GENERATE("M11AA", "M601NW", "CR26XH", "DN551PT", "W1A1HQ", "EC1A1BB", "sw1a2aa", "N1P2AA",
               "E202ST", "BL09AA", "SS00AA", "BF10AA", "BX11LT", "GY11AA", "IM11AA", "JE11AA");
  CAPTURE(value);
  CHECK(IsUkPostcode(value));
}

TEST_CASE("codes that are nobody's home are accepted, so that they can be labelled",
          "[validate][postcode]") {
  const std::string value =
      GENERATE("GIR0AA", "gir0aa", "XM45HQ", "XX101AA", "AA11AA", "ZZ999ZZ", "ZZ993VZ", "ZZ993CZ");
  CAPTURE(value);
  CHECK(IsUkPostcode(value));
}

size_t CountAreas(const std::string& rest) {
  size_t count = 0;
  for (char first = 'A'; first <= 'Z'; ++first) {
    if (IsUkPostcode(std::string{first} + rest)) ++count;
    for (char second = 'A'; second <= 'Z'; ++second) {
      if (IsUkPostcode(std::string{first, second} + rest)) ++count;
    }
  }
  return count;
}

TEST_CASE("of all areas 124 are in use and six are special", "[validate][postcode]") {
  CHECK(CountAreas("11AA") == 124 + 6);
}

TEST_CASE("areas that do not exist are refused", "[validate][postcode]") {
  const std::string area =
      GENERATE("A", "Q", "V", "X", "AJ", "AI", "BI", "CD", "QC", "VA", "XA", "ZA", "GI");
  CAPTURE(area);
  CHECK_FALSE(IsUkPostcode(area + "11AA"));
}

TEST_CASE("letters that never stand in the inward part are refused there", "[validate][postcode]") {
  const std::string letter = GENERATE("C", "I", "K", "M", "O", "V");
  CAPTURE(letter);
  CHECK_FALSE(IsUkPostcode("M11A" + letter));
  CHECK_FALSE(IsUkPostcode("M11" + letter + "A"));
}

std::string AcceptedLetters(const std::string& before, const std::string& after) {
  std::string letters;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    if (IsUkPostcode(before + letter + after)) letters += letter;
  }
  return letters;
}

TEST_CASE("a letter ends a district as Royal Mail allows", "[validate][postcode]") {
  CHECK(AcceptedLetters("W1", "1AA") == "ABCDEFGHJKPSTUW");
  CHECK(AcceptedLetters("EC1", "1AA") == "ABEHMNPRVWXY");
  CHECK(AcceptedLetters("M11", "A") == "ABDEFGHJLNPQRSTUWXYZ");
}

TEST_CASE("no district of two digits begins with 0", "[validate][postcode]") {
  CHECK(IsUkPostcode("CR06XH"));
  CHECK_FALSE(IsUkPostcode("CR016XH"));
  CHECK(IsUkPostcode("CR106XH"));
}

TEST_CASE("AB1 2DC breaks the rule for the last letters", "[validate][postcode]") {
  CHECK_FALSE(IsUkPostcode("AB12DC"));
  CHECK(IsUkPostcode("AB12DD"));
}

TEST_CASE("what is not shaped as a postcode is refused", "[validate][postcode]") {
  const std::string value =
      GENERATE("", "M", "M1", "M11A", "11AA", "111AA", "MM1AA", "M1AAA", "MAA1AA", "M111AAA",
               "M1 1AA", "M-11AA", "EC1AA1BB", "EC1A11BB", "CR1111AA", "ZZ99ZZZ", "ZZ98999",
               "GIR1AA", "GIR0AB", "12345", "1234567");
  CAPTURE(value);
  CHECK_FALSE(IsUkPostcode(value));
}

}  // namespace
}  // namespace gatepost
