#include "validate/address.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("addresses are accepted in the forms that people write", "[validate][address]") {
  const std::string value =
      GENERATE("1 Example Street", "Flat 2, 14 High St", "2/1, 14 Example Wynd", "14b The Crescent",
               "12b Heol Enghraifft", "14-16 example road", "14 New Road", "PO Box 12",
               "Flat 2, Example House", "3 Min yr Afon", "14 heol fawr", "7 Heol Dewi Sant",
               "9 ffordd pen y bryn", "No. 3 St Mary's Road");
  CAPTURE(value);
  CHECK(IsUkAddress(value));
}

TEST_CASE("a number that counts, measures or dates is no house", "[validate][address]") {
  const std::string value =
      GENERATE("24 hour drive", "14 June, Example Green", "5 Live", "10 munud", "14  MARCH Street",
               "3 Mehefin, Heol Enghraifft", "Flat 2, 30 minutes", "2 of the Example Street shops",
               "5 min walk", "10 munud o Heol Fawr");
  CAPTURE(value);
  CHECK_FALSE(IsUkAddress(value));
}

TEST_CASE("a sentence goes on where a street ends", "[validate][address]") {
  const std::string value =
      GENERATE("3 cars left on the drive", "39, CAN'T WALK", "2 lads who park", "2, pls close",
               "4 outside the close", "12 heol fawr biniau", "8 Stryd Fawr ac Example Road");
  CAPTURE(value);
  CHECK_FALSE(IsUkAddress(value));
}

TEST_CASE("a public building that comes first is no home", "[validate][address]") {
  const std::string value =
      GENERATE("Town Hall, 1 Example Road", "library\n1 Example Road", "Neuadd y Dref, 1 Heol Fawr",
               "The Example Arms, 1 High Street");
  CAPTURE(value);
  CHECK_FALSE(IsUkAddress(value));
}

TEST_CASE("an address has a number", "[validate][address]") {
  CHECK_FALSE(IsUkAddress(""));
  CHECK_FALSE(IsUkAddress("Example Street, Anytown"));
  CHECK(IsUkAddress("1 B"));
}

TEST_CASE("houses have names", "[validate][address]") {
  CHECK(IsUkHouseName("Rose Cottage, Mill Lane"));
  CHECK(IsUkHouseName("Hall Farm"));
  CHECK(IsUkHouseName("Ty Gwyn"));
  CHECK_FALSE(IsUkHouseName("my house"));
  CHECK_FALSE(IsUkHouseName("19 December, Angharad"));
  CHECK_FALSE(IsUkHouseName("Town Hall, Mill Lane"));
  CHECK_FALSE(IsUkHouseName("Ysgol Enghraifft"));
}

}  // namespace
}  // namespace gatepost
