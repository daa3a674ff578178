#include "validate/hmrc.h"

#include <string>
#include <vector>

#include "catch.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

TEST_CASE("published VAT numbers pass, with country and branch and without", "[validate][hmrc]") {
  // hmrc/reference-checker's tests, python-stdnum's gb.vat; 101747641 is one of those since 2010.
  const std::string value = GENERATE("GB980780684", "980780684", "GB101747696", "GB101747641",
                                     "XI980780684", "gb980780684", "GB980780684001");
  CAPTURE(value);
  CHECK(IsVatNumber(value));
}

struct VatCase {
  std::string value;
  std::vector<std::string> unnoticed_digits;
};

TEST_CASE("a VAT number notices every swap, and wrong digits but those that the other sum accepts",
          "[validate][hmrc]") {
  const VatCase c = GENERATE(values<VatCase>({
      {"980780684", {"987780684"}},
      {"101747696", {"161747696", "108747696"}},
      {"101747641", {}},
  }));
  CAPTURE(c.value);
  CHECK(Unnoticed(SingleDigitErrors(c.value), IsVatNumber) == c.unnoticed_digits);
  CHECK(Unnoticed(AdjacentSwaps(c.value), IsVatNumber).empty());
}

TEST_CASE("what is no VAT number is refused", "[validate][hmrc]") {
  const std::string value =
      GENERATE("", "GB", "98078068", "9807806844", "GB980780685", "123456789", "FR980780684",
               "GB98078068A", "GBGD001", "GBHA500", "GB 980780684");
  CAPTURE(value);
  CHECK_FALSE(IsVatNumber(value));
}

TEST_CASE("published Accounts Office references pass", "[validate][hmrc]") {
  // hmrc/reference-checker's tests; the last is the example of HMRC's help page with its letter
  // corrected.
  const std::string value =
      GENERATE("853PW0076584X", "123PW12345678", "450PE00923437", "120PY19064375", "846PS00928342",
               "961PA0045782X", "961PF10305739", "123PH45678900", "123pf00045678");
  CAPTURE(value);
  CHECK(IsAccountsOfficeReference(value));
}

TEST_CASE("an Accounts Office reference notices every wrong digit and swap", "[validate][hmrc]") {
  const std::string value = GENERATE("853PW0076584X", "450PE00923437", "961PF10305739");
  CAPTURE(value);
  CHECK(Unnoticed(SingleDigitErrors(value), IsAccountsOfficeReference).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), IsAccountsOfficeReference).empty());
}

TEST_CASE("what is no Accounts Office reference is refused", "[validate][hmrc]") {
  const std::string value =
      GENERATE("", "853PW", "853PW007658X", "853PW00765844X", "123PA00045678", "853QW0076584X",
               "85APW0076584X", "853PW00A6584X", "853PW0076584Y", "853P10076584X", "853PW0076584 ");
  CAPTURE(value);
  CHECK_FALSE(IsAccountsOfficeReference(value));
}

}  // namespace
}  // namespace gatepost
