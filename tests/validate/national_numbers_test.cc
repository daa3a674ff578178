#include "validate/national_numbers.h"

#include <string>
#include <vector>

#include "catch.h"
#include "validate/check.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

struct Sample {
  CheckFunction accepts;
  std::string value;
};

TEST_CASE("numbers of other countries are accepted and every wrong digit is noticed",
          "[validate][national_numbers]") {
  const Sample sample = GENERATE(values<Sample>({
      // python-stdnum's documentation, and Wikipedia's articles on the numbers.
      {IsFrenchNir, "295109912611193"},
      {IsFrenchNir, "255081416802538"},
      {IsFrenchNir, "180012A00100161"},  // computed: a department of Corsica
      {IsNorwegianNational, "15108695088"},
  }));
  CAPTURE(sample.value);
  CHECK(sample.accepts(sample.value));
  CHECK(Unnoticed(SingleDigitErrors(sample.value), sample.accepts).empty());
  CHECK_FALSE(sample.accepts(sample.value.substr(1)));
  CHECK_FALSE(sample.accepts(sample.value + "0"));
  CHECK_FALSE(sample.accepts(""));
  CHECK_FALSE(sample.accepts(std::string(sample.value.size(), '-')));
}

TEST_CASE("numbers whose check sees less are accepted as they are published",
          "[validate][national_numbers]") {
  const Sample sample = GENERATE(values<Sample>({
      {IsAustralianMedicare, "2123456701"},
      {IsAustralianMedicare, "21234567011"},
      {IsBelgianNational, "85073003328"},
      {IsBelgianNational, "17073003384"},  // born in 2017
      {IsBrazilianCpf, "39053344705"},
      {IsBrazilianCpf, "11144477735"},
      {IsBrazilianCpf, "00000000191"},
      {IsItalianFiscalCode, "RSSMRA85T10A562S"},
      {IsItalianFiscalCode, "rccmnl83s18d969h"},
      {IsSwedishPersonal, "8803200016"},
      {IsSwedishPersonal, "198803200016"},
  }));
  CAPTURE(sample.value);
  CHECK(sample.accepts(sample.value));
  CHECK_FALSE(sample.accepts(sample.value.substr(3)));
  CHECK_FALSE(sample.accepts(sample.value + "00"));
  CHECK_FALSE(sample.accepts(""));
  CHECK_FALSE(sample.accepts(std::string(sample.value.size(), '-')));
}

TEST_CASE("what no such number can be is refused though its shape is right",
          "[validate][national_numbers]") {
  const Sample sample = GENERATE(values<Sample>({
      {IsAustralianMedicare, "2123456700"},       // issued 0 times
      {IsAustralianMedicare, "2123456711"},       // ninth digit wrong
      {IsBelgianNational, "85073003329"},         // check digits wrong
      {IsBelgianNational, "85130000132"},         // month 13, check digits right
      {IsBrazilianCpf, "11111111111"},            // all the same
      {IsFrenchNir, "180011A00100161"},           // Corsica is 2A
      {IsItalianFiscalCode, "RSSMRA85T10A562T"},  // check letter wrong
      {IsNorwegianNational, "15138695088"},       // month 13
      {IsSwedishPersonal, "8803200017"},          // Luhn
      {IsSwedishPersonal, "8802300015"},          // 30th of February
  }));
  CAPTURE(sample.value);
  CHECK_FALSE(sample.accepts(sample.value));
}

}  // namespace
}  // namespace gatepost
