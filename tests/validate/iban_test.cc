#include "validate/iban.h"

#include <string>
#include <vector>

#include "catch.h"
#include "validate/mutations.h"
#include "validate/sums.h"

namespace gatepost {
namespace {

TEST_CASE("published IBANs are accepted, and every wrong digit and swap is noticed",
          "[validate][iban]") {
  // SWIFT, IBAN Registry: the example of each country; Wikipedia for GB82.
  const std::string value = GENERATE(
      "GB29NWBK60161331926819", "GB82WEST12345698765432", "IE29AIBK93115212345678",
      "DE89370400440532013000", "FR1420041010050500013M02606", "NO9386011117947",
      "MT84MALT011000012345MTLCAST001S", "PL61109010140000071219812874", "NL91ABNA0417164300",
      "BR1800360305000010009795493C1", "CH9300762011623852957", "gb82west12345698765432");
  CAPTURE(value);
  CHECK(IsIban(value));
  CHECK(Unnoticed(SingleDigitErrors(value), IsIban).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), IsIban).empty());
}

TEST_CASE("an IBAN with a character too many or too few is refused", "[validate][iban]") {
  CHECK_FALSE(IsIban("GB82WEST1234569876543"));
  CHECK_FALSE(IsIban("GB82WEST123456987654321"));
  CHECK_FALSE(IsIban("GB82"));
  CHECK_FALSE(IsIban("GB"));
  CHECK_FALSE(IsIban(""));
}

TEST_CASE("check digits alone make no IBAN: country and structure have to fit",
          "[validate][iban]") {
  const std::string value = GENERATE("US64SVBKUS6S3300958879",   // a country without IBANs
                                     "ZZ33WEST12345698765432",   // no country
                                     "GB25123412345698765432");  // digits for the bank's letters
  CAPTURE(value);
  CHECK(PassesMod97(value));
  CHECK_FALSE(IsIban(value));
}

TEST_CASE("an IBAN has no spaces and begins with its country", "[validate][iban]") {
  CHECK_FALSE(IsIban("GB82 WEST 1234 5698 7654 32"));
  CHECK_FALSE(IsIban("8232GBWEST123456987654"));
}

}  // namespace
}  // namespace gatepost
