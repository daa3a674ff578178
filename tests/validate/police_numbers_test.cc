#include "validate/police_numbers.h"

#include <string>

#include "catch.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

TEST_CASE("published PNC ids pass, with leading zeros and without, in long and short years",
          "[validate][police_numbers]") {
  // Tests of ministryofjustice/hmpps-prisoner-search and hmpps-person-record.
  const std::string value =
      GENERATE("12/394773H", "12/0394773H", "2012/394773H", "12-394773H", "20120394773H",
               "120394773h", "03/11985X", "2003/0062845E", "2020/0476873U", "95/289622B");
  CAPTURE(value);
  CHECK(IsPncId(value));
}

TEST_CASE("a PNC id notices every wrong digit and every swap of its own digits",
          "[validate][police_numbers]") {
  // In a long year the century is not part of the sum.
  const std::string value = GENERATE("12/0394773H", "03/0062845E", "20/0476873U");
  CAPTURE(value);
  CHECK(Unnoticed(SingleDigitErrors(value), IsPncId).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), IsPncId).empty());
}

TEST_CASE("what is no PNC id is refused", "[validate][police_numbers]") {
  const std::string value =
      GENERATE("", "H", "/H", "12/H", "12/394773", "12/394773J", "12/394773I", "12/00394773H",
               "1/2394773H", "112/394773H", "1812/394773H", "12394773H", "12 394773H",
               "12/394/773H", "AB/394773H", "12/39A773H");
  CAPTURE(value);
  CHECK_FALSE(IsPncId(value));
}

TEST_CASE("published CRO numbers pass, those of the short files too",
          "[validate][police_numbers]") {
  // Tests of ministryofjustice/hmpps-prisoner-search and hmpps-person-record.
  const std::string value =
      GENERATE("29906/12J", "029906/12J", "029906-12j", "265416/21G", "051072/62R", "075715/64Q",
               "SF05/482703J", "SF83/50058Z", "sf83/50058z");
  CAPTURE(value);
  CHECK(IsCroNumber(value));
}

TEST_CASE("a CRO number notices every wrong digit and swap", "[validate][police_numbers]") {
  const std::string value = GENERATE("029906/12J", "265416/21G", "SF05/482703J");
  CAPTURE(value);
  CHECK(Unnoticed(SingleDigitErrors(value), IsCroNumber).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), IsCroNumber).empty());
}

TEST_CASE("the serial number of a short file is not filled up with zeros",
          "[validate][police_numbers]") {
  CHECK(IsCroNumber("SF83/50058Z"));
  CHECK_FALSE(IsCroNumber("SF83/050058Z"));
}

TEST_CASE("what is no CRO number is refused", "[validate][police_numbers]") {
  const std::string value = GENERATE(
      "", "J", "/12J", "29906/J", "29906/12", "29906/12K", "0029906/12J", "29906/2012J", "29906/1J",
      "2990612J", "SF/482703J", "SF05/J", "SFJ", "S05/482703J", "2A906/12J", "SF05/0482703J");
  CAPTURE(value);
  CHECK_FALSE(IsCroNumber(value));
}

}  // namespace
}  // namespace gatepost
