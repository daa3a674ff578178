#include "validate/ppsn.h"

#include <string>

#include "catch.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

TEST_CASE("published PPS numbers pass, with a second letter and without", "[validate][ppsn]") {
  // python-stdnum, ie.pps; A and H are of 2013 and after, T and W of older series.
  const std::string value = GENERATE("6433435F", "6433435FT", "6433435FW", "6433435OA", "6433435IH",
                                     "1234567T", "1234567TW", "1234567FA", "1234567fa");
  CAPTURE(value);
  CHECK(IsPpsn(value));
}

TEST_CASE("a PPS number notices every wrong digit and swap", "[validate][ppsn]") {
  const std::string value = GENERATE("6433435F", "6433435OA", "1234567FA");
  CAPTURE(value);
  CHECK(Unnoticed(SingleDigitErrors(value), IsPpsn).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), IsPpsn).empty());
}

TEST_CASE("what is no PPS number is refused", "[validate][ppsn]") {
  const std::string value =
      GENERATE("", "6433435", "6433435E", "6433435VH", "6433435OB", "643343F", "64334355F",
               "643343AF", "6433435FAA", "64334356", "6433435F1", "6433435FZ", "6433435 F");
  CAPTURE(value);
  CHECK_FALSE(IsPpsn(value));
}

}  // namespace
}  // namespace gatepost
