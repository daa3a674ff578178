#include "validate/address.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("addresses are accepted in the forms that people write", "[validate][address]") {
  const std::string value =
      GENERATE("1 Example Street, AB1 2DC", "Flat 2, 14 High St, Anytown AA1 1AA",
               "2/1, 14 Example Wynd", "12b Heol Enghraifft\nTrefnewydd\nZZ99 9ZZ",
               "14-16 example road aa11aa", "14 New Road", "Rose Cottage, Mill Lane, AA1 1AA",
               "Hall Farm, Anytown, AA1 1AA", "PO Box 12, AA1 1AA", "Flat 2, Church Hall, AA1 1AA");
  CAPTURE(value);
  CHECK(IsUkAddress(value));
}

TEST_CASE("a number that counts, measures or dates is no house", "[validate][address]") {
  const std::string value =
      GENERATE("24 hour drive, AA1 1AA", "14 June, Example Green, AA1 1AA", "5 Live, AA1 1AA",
               "10 munud, AA1 1AA", "14  MARCH Street", "3 Mehefin, Heol Enghraifft, AA1 1AA",
               "Flat 2, 30 minutes, AA1 1AA", "2 of the Example Street shops");
  CAPTURE(value);
  CHECK_FALSE(IsUkAddress(value));
}

TEST_CASE("a public building that comes first is no home", "[validate][address]") {
  const std::string value =
      GENERATE("Town Hall, Example Road, AA1 1AA", "library\nExample Road, AA1 1AA",
               "Neuadd y Dref, AA1 1AA", "Ysgol Enghraifft, AA1 1AA", "The Example Arms, AA1 1AA");
  CAPTURE(value);
  CHECK_FALSE(IsUkAddress(value));
}

TEST_CASE("an address with a postcode that cannot be is refused", "[validate][address]") {
  const std::string value = GENERATE("1 Example Street, AJ1 1AA", "1 Example Street, AA1 1AC",
                                     "1 Example Street, AB01 2DE", "1 Example Street, QC1  1AA");
  CAPTURE(value);
  CHECK_FALSE(IsUkAddress(value));
}

TEST_CASE("GOV.UK's sample postcode is accepted although it breaks a rule", "[validate][address]") {
  CHECK(IsUkAddress("1 Example Street, ab1 2dc"));
  CHECK_FALSE(IsUkAddress("1 Example Street, AB1 2DK"));
}

TEST_CASE("an address has a number or a postcode", "[validate][address]") {
  CHECK_FALSE(IsUkAddress(""));
  CHECK_FALSE(IsUkAddress("Example Street, Anytown"));
  CHECK(IsUkAddress("1 B"));
  CHECK(IsUkAddress("1AA"));
}

}  // namespace
}  // namespace gatepost
