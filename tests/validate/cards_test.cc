#include "validate/cards.h"

#include <string>

#include "catch.h"
#include "validate/mutations.h"
#include "validate/sums.h"

namespace gatepost {
namespace {

TEST_CASE("published test cards are of a brand", "[validate][cards]") {
  // Stripe, Braintree, PayPal, Worldpay: pages of test cards.
  const std::string value =
      GENERATE("4111111111111111", "4222222222222", "5555555555554444", "5105105105105100",
               "2223003122003222", "378282246310005", "371449635398431", "30569309020004",
               "36259600000004", "38520000023237", "6011111111111117", "3530111333300000",
               "6304000000000000", "6759649826438453", "6240008631401148");
  CAPTURE(value);
  CHECK(HasCardBrand(value));
  CHECK(PassesLuhn(value));
}

struct Edge {
  std::string first, last;  // of a range, in four digits
  std::string before,
      after;  // beside it, of no brand with 16 digits; empty where one follows at once
};

TEST_CASE("the ranges of brands end where they are published to", "[validate][cards]") {
  const Edge edge = GENERATE(values<Edge>({
      {"2221", "2720", "2220", "2721"},
      {"3528", "3589", "3527", "3590"},
      {"3600", "3699", "3599", "3700"},
      {"4000", "4999", "3999", ""},
      {"5000", "6999", "", "7000"},
  }));
  const std::string rest = "000000000000";
  CAPTURE(edge.first, edge.last);
  CHECK(HasCardBrand(edge.first + rest));
  CHECK(HasCardBrand(edge.last + rest));
  if (!edge.before.empty()) CHECK_FALSE(HasCardBrand(edge.before + rest));
  if (!edge.after.empty()) CHECK_FALSE(HasCardBrand(edge.after + rest));
}

TEST_CASE("a card has a length of its brand", "[validate][cards]") {
  struct Brand {
    std::string leading;
    std::string lengths;  // x for each of 12 to 20 digits that the brand has
  };
  const Brand brand = GENERATE(values<Brand>({
      {"4111", "-x--x--x-"},
      {"5555", "----x----"},
      {"3782", "---x-----"},
      {"3056", "--x------"},
      {"3625", "--xxxxxx-"},
      {"3530", "----xxxx-"},
      {"6759", "-xxxxxxx-"},
  }));
  for (size_t length = 12; length <= 20; ++length) {
    const std::string value = brand.leading + std::string(length - 4, '0');
    CAPTURE(value);
    CHECK(HasCardBrand(value) == (brand.lengths[length - 12] == 'x'));
  }
}

TEST_CASE("case references of the courts are no cards although they pass Luhn",
          "[validate][cards]") {
  const std::string value = GENERATE("1500000000000003", "1600000000000002", "1799999999999994");
  CAPTURE(value);
  CHECK(PassesLuhn(value));
  CHECK_FALSE(HasCardBrand(value));
}

TEST_CASE("an error after the first digits keeps the brand: the check digit notices it",
          "[validate][cards]") {
  const std::string value = "4111111111111111";
  for (const std::string& error : SingleDigitErrors(value)) {
    CAPTURE(error);
    CHECK_FALSE((HasCardBrand(error) && PassesLuhn(error)));
  }
}

TEST_CASE("what is not digits alone is no card", "[validate][cards]") {
  const std::string value = GENERATE("", "4", "4111 1111 1111 1111", "4111-1111-1111-1111",
                                     "411111111111111x", "x111111111111111");
  CAPTURE(value);
  CHECK_FALSE(HasCardBrand(value));
}

}  // namespace
}  // namespace gatepost
