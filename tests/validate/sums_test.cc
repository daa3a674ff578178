#include "validate/sums.h"

#include <string>
#include <vector>

#include "catch.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

using Strings = std::vector<std::string>;

struct Case {
  std::string value;
  Strings unnoticed_swaps;
};

TEST_CASE("Luhn accepts published numbers and notices every wrong digit and most swaps",
          "[validate][sums]") {
  const Case c = GENERATE(values<Case>({
      {"4111111111111111", {}},  // Visa test card, Stripe and Braintree
      {"5555555555554444", {}},  // Mastercard test card, Stripe
      {"378282246310005", {}},   // American Express test card, PayPal
      {"79927398713", {}},       // Wikipedia, "Luhn algorithm"
      // 09 and 90 are the swap that the formula cannot see.
      {"490154203237518", {"409154203237518"}},  // IMEI, 3GPP TS 23.003 annex B
      {"6011000990139424", {"6011009090139424", "6011000909139424"}},  // Discover, PayPal
      {"30569309020004", {"30569390020004", "30569300920004"}},        // Diners Club, PayPal
  }));
  CAPTURE(c.value);
  CHECK(PassesLuhn(c.value));
  CHECK(Unnoticed(SingleDigitErrors(c.value), PassesLuhn).empty());
  CHECK(Unnoticed(AdjacentSwaps(c.value), PassesLuhn) == c.unnoticed_swaps);
}

TEST_CASE("Luhn does not notice twin errors of 2 and 5, 3 and 6, 4 and 7", "[validate][sums]") {
  CHECK(PassesLuhn("226") == PassesLuhn("556"));
  CHECK(PassesLuhn("3301") == PassesLuhn("6601"));
  CHECK(PassesLuhn("4406") == PassesLuhn("7706"));
  CHECK_FALSE(PassesLuhn("1164") == PassesLuhn("8864"));
}

TEST_CASE("Luhn refuses what is not two digits or more", "[validate][sums]") {
  const std::string value =
      GENERATE("", "0", "4111-1111-1111-1111", "4111 1111 1111 1111", "411111111111111l", "+18");
  CAPTURE(value);
  CHECK_FALSE(PassesLuhn(value));
}

TEST_CASE("a card number with a digit too many or too few fails Luhn", "[validate][sums]") {
  CHECK_FALSE(PassesLuhn("411111111111111"));
  CHECK_FALSE(PassesLuhn("41111111111111111"));
}

TEST_CASE("mod 97 accepts published IBANs and notices every wrong digit and every swap",
          "[validate][sums]") {
  // IBAN Registry (SWIFT), examples of GB, DE and NO; Wikipedia; iban.com; in any case.
  const std::string value =
      GENERATE("GB29NWBK60161331926819", "DE89370400440532013000", "NO9386011117947",
               "GB82WEST12345698765432", "GB33BUKB20201555555555", "gb82west12345698765432");
  CAPTURE(value);
  CHECK(PassesMod97(value));
  CHECK(Unnoticed(SingleDigitErrors(value), PassesMod97).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), PassesMod97).empty());
}

TEST_CASE("mod 97 refuses what is no IBAN", "[validate][sums]") {
  const std::string value =
      GENERATE("", "GB", "GB82", "82GBWEST12345698765432", "GB82 WEST 1234 5698 7654 32",
               "GB82WEST1234569876543", "GB82WEST123456987654321", "GB8WEST123456987654321",
               "GB82WEST12345698765432GB82WEST123456987", "GB82WEST1234569876543-");
  CAPTURE(value);
  CHECK_FALSE(PassesMod97(value));
}

TEST_CASE("mod 97 refuses the check digits 00, 01 and 99, which repeat others",
          "[validate][sums]") {
  // 97, 98 and 02 with the same account leave the same remainder.
  CHECK(PassesMod97("GB02A64"));
  CHECK_FALSE(PassesMod97("GB99A64"));
  CHECK(PassesMod97("GB97A121"));
  CHECK_FALSE(PassesMod97("GB00A121"));
  CHECK(PassesMod97("GB98A82"));
  CHECK_FALSE(PassesMod97("GB01A82"));
}

TEST_CASE("Verhoeff accepts published numbers and notices every wrong digit and every swap",
          "[validate][sums]") {
  // Wikipedia, "Verhoeff algorithm"; python-stdnum.
  const std::string value = GENERATE("2363", "1234567890120", "234123412346");
  CAPTURE(value);
  CHECK(PassesVerhoeff(value));
  CHECK(Unnoticed(SingleDigitErrors(value), PassesVerhoeff).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), PassesVerhoeff).empty());
}

TEST_CASE("mod 11,10 accepts published numbers and notices every wrong digit", "[validate][sums]") {
  // German tax numbers: python-stdnum, and the examples of the Federal Central Tax Office.
  const std::string value = GENERATE("36574261809", "86095742719", "47036892816");
  CAPTURE(value);
  CHECK(PassesMod11And10(value));
  CHECK(Unnoticed(SingleDigitErrors(value), PassesMod11And10).empty());
}

TEST_CASE("Verhoeff and mod 11,10 refuse what is not two digits or more", "[validate][sums]") {
  const std::string value = GENERATE("", "0", "1", "2363 ", "236E", "2-363");
  CAPTURE(value);
  CHECK_FALSE(PassesVerhoeff(value));
  CHECK_FALSE(PassesMod11And10(value));
}

}  // namespace
}  // namespace gatepost
