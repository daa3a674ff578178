#include "validate/mrz.h"

#include <string>

#include "catch.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

// ICAO Doc 9303, the specimens of parts 4, 6 and 5, in the name of Utopia.
constexpr char kPassport[] = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr char kTwoLines[] = "D231458907UTO7408122F1204159<<<<<<<6";
constexpr char kThreeLinesFirst[] = "I<UTOD231458907<<<<<<<<<<<<<<<";
constexpr char kThreeLinesSecond[] = "7408122F1204159UTO<<<<<<<<<<<6";

TEST_CASE("published machine-readable lines are accepted in either case", "[validate][mrz]") {
  const std::string value =
      GENERATE(values<std::string>({kPassport, kTwoLines, kThreeLinesFirst, kThreeLinesSecond,
                                    "l898902c36uto7408122f1204159ze184226b<<<<<10"}));
  CAPTURE(value);
  CHECK(IsMrzLine(value));
}

TEST_CASE("every wrong digit of a line with a check over all of it is noticed", "[validate][mrz]") {
  const std::string value = GENERATE(values<std::string>({kPassport, kTwoLines}));
  CAPTURE(value);
  CHECK(Unnoticed(SingleDigitErrors(value), IsMrzLine).empty());
}

TEST_CASE("neighbouring digits swapped are noticed, unless five apart", "[validate][mrz]") {
  const std::string rest = "GBR8001014F3001019<<<<<<<<<<<<<<08";
  CHECK(IsMrzLine("1234567897" + rest));
  for (const std::string& swapped : AdjacentSwaps("1234567897")) {
    CAPTURE(swapped);
    CHECK_FALSE(IsMrzLine(swapped + rest));
  }
  CHECK(IsMrzLine("1621212120GBR8001014F3001019<<<<<<<<<<<<<<02"));
  CHECK(IsMrzLine("6121212120GBR8001014F3001019<<<<<<<<<<<<<<02"));
}

TEST_CASE("an empty optional part has a filler or 0 for its check digit", "[validate][mrz]") {
  CHECK(IsMrzLine("1234567897GBR8001014F3001019<<<<<<<<<<<<<<08"));
  CHECK(IsMrzLine("1234567897GBR8001014F3001019<<<<<<<<<<<<<<<8"));
  CHECK_FALSE(IsMrzLine("1234567897GBR8001014F3001019<<<<<<<<<<<<<<19"));
}

TEST_CASE("a day or month of birth may be unknown, but no month is the 13th", "[validate][mrz]") {
  CHECK(IsMrzLine("74<<<<1F1204159UTO<<<<<<<<<<<6"));
  CHECK_FALSE(IsMrzLine("7400001F1204159UTO<<<<<<<<<<<6"));  // its check digit is right
  CHECK_FALSE(IsMrzLine("7413122F1204159UTO<<<<<<<<<<<6"));
}

TEST_CASE("what has another length or other characters is no machine-readable line",
          "[validate][mrz]") {
  const std::string value =
      GENERATE("", "<", "L898902C36UTO7408122F1204159ZE184226B<<<<<1",
               "L898902C36UTO7408122F1204159ZE184226B<<<<<100",
               "L898902C3 UTO7408122F1204159ZE184226B<<<<<10",
               "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<");
  CAPTURE(value);
  CHECK_FALSE(IsMrzLine(value));
}

}  // namespace
}  // namespace gatepost
