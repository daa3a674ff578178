#include "validate/nino.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

size_t CountPairs(bool (*accepts)(std::string_view)) {
  size_t count = 0;
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'A'; second <= 'Z'; ++second) {
      if (accepts(std::string{first, second} + "123456C")) ++count;
    }
  }
  return count;
}

TEST_CASE("of all pairs of letters 373 may begin a National Insurance number", "[validate][nino]") {
  CHECK(CountPairs(HasNinoPrefix) == 20 * 19 - 7);
}

TEST_CASE("issued and unissued prefixes pass in any case", "[validate][nino]") {
  // BN, WX and TJ are in order but not in HMRC's own list of prefixes in use; MA is the Isle of
  // Man.
  const std::string value =
      GENERATE("BN102966C", "bn102966c", "WX123456A", "TJ112233C", "MA000000A", "AA", "ZYX");
  CAPTURE(value);
  CHECK(HasNinoPrefix(value));
}

TEST_CASE("barred pairs are refused", "[validate][nino]") {
  const std::string pair = GENERATE("BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "gb", "Zz");
  CAPTURE(pair);
  CHECK_FALSE(HasNinoPrefix(pair + "123456A"));
}

TEST_CASE("letters that never stand in a prefix are refused", "[validate][nino]") {
  const std::string letter = GENERATE("D", "F", "I", "Q", "U", "V");
  CAPTURE(letter);
  CHECK_FALSE(HasNinoPrefix(letter + "A123456A"));
  CHECK_FALSE(HasNinoPrefix("A" + letter + "123456A"));
  CHECK_FALSE(HasNinoPrefix("AO123456A"));
  CHECK(HasNinoPrefix("OA123456A"));
}

TEST_CASE("what does not begin with two letters is refused", "[validate][nino]") {
  const std::string value = GENERATE("", "A", "A1", "1A", "12345678", " AB", "A B");
  CAPTURE(value);
  CHECK_FALSE(HasNinoPrefix(value));
}

}  // namespace
}  // namespace gatepost
