#include "validate/driver_number.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("published driver numbers are accepted", "[validate][driver_number]") {
  // DVLA's specimen licences; test people of GOV.UK One Login.
  const std::string value = GENERATE("MORGA657054SM9IJ", "MORGA753116SM9IJ", "DECER607085K99AE",
                                     "DOE99802085J99FG", "PARKE710112PBFGA", "morga657054sm9ij");
  CAPTURE(value);
  CHECK(IsDriverNumber(value));
  CHECK(IsDriverNumber(value + "35"));
}

TEST_CASE("the date in a driver number was a day of this century or the last",
          "[validate][driver_number]") {
  CHECK(IsDriverNumber("MORGA902296SM9IJ"));               // 29 February 1996
  CHECK(IsDriverNumber("MORGA002290SM9IJ"));               // 29 February 2000
  const std::string value = GENERATE("MORGA600056SM9IJ",   // month 0
                                     "MORGA613056SM9IJ",   // month 13
                                     "MORGA650056SM9IJ",   // month 0 of a woman
                                     "MORGA663056SM9IJ",   // month 13 of a woman
                                     "MORGA640056SM9IJ",   // month 40
                                     "MORGA657004SM9IJ",   // day 0
                                     "MORGA657324SM9IJ",   // 32 July
                                     "MORGA602297SM9IJ",   // 29 February of 1967 or 2067
                                     "MORGA604316SM9IJ");  // 31 April
  CAPTURE(value);
  CHECK_FALSE(IsDriverNumber(value));
}

TEST_CASE("a driver number's letters and 9s stand in their places", "[validate][driver_number]") {
  const std::string value =
      GENERATE("99999657054SM9IJ", "MO9GA657054SM9IJ", "M0RGA657054SM9IJ", "MORGA65705XSM9IJ",
               "MORGA6570549M9IJ", "MORGA657054S89IJ", "MORGA657054SM0IJ", "MORGA657054SMIIJ",
               "MORGA657054SM91J", "MORGA657054SM9I1", "MORGA 657054 SM9IJ");
  CAPTURE(value);
  CHECK_FALSE(IsDriverNumber(value));
}

TEST_CASE("a driver number is 16 characters, or 18 with its issue", "[validate][driver_number]") {
  const std::string value = GENERATE("", "MORGA", "MORGA657054SM9I", "MORGA657054SM9IJ3",
                                     "MORGA657054SM9IJAB", "MORGA657054SM9IJ355");
  CAPTURE(value);
  CHECK_FALSE(IsDriverNumber(value));
}

}  // namespace
}  // namespace gatepost
