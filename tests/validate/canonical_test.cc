#include "validate/canonical.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("every canonical form has a name and is found by it", "[validate][canonical]") {
  const CanonicalForm form =
      GENERATE(CanonicalForm::kUpper, CanonicalForm::kLower, CanonicalForm::kDigits,
               CanonicalForm::kE164Uk, CanonicalForm::kDate);
  CHECK(CanonicalFormOf(NameOf(form)) == form);
}

TEST_CASE("names of canonical forms are those of pattern files", "[validate][canonical]") {
  CHECK(NameOf(CanonicalForm::kUpper) == "upper");
  CHECK(NameOf(CanonicalForm::kLower) == "lower");
  CHECK(NameOf(CanonicalForm::kDigits) == "digits");
  CHECK(NameOf(CanonicalForm::kE164Uk) == "e164_uk");
  CHECK(NameOf(CanonicalForm::kDate) == "date");
  CHECK_FALSE(CanonicalFormOf("").has_value());
  CHECK_FALSE(CanonicalFormOf("UPPER").has_value());
  CHECK_FALSE(CanonicalFormOf("e164").has_value());
}

struct Case {
  CanonicalForm form;
  std::string value;
  std::string canonical;
};

TEST_CASE("a value has one canonical writing", "[validate][canonical]") {
  const Case c = GENERATE(values<Case>({
      {CanonicalForm::kUpper, "qq 12-34.56 c", "QQ123456C"},
      {CanonicalForm::kUpper, "", ""},
      {CanonicalForm::kLower, "Joe.Bloggs@Example.COM", "joe.bloggs@example.com"},
      {CanonicalForm::kDigits, "999 000-0018", "9990000018"},
      {CanonicalForm::kDigits, "none", ""},
      {CanonicalForm::kDate, "1st of Feb '80", "1980-02-01"},
      {CanonicalForm::kDate, "01021980", "1980-02-01"},
      {CanonicalForm::kDate, "31 feb 1980", "31FEB1980"},
      {CanonicalForm::kE164Uk, "+44 (0)20 7946 0123", "+442079460123"},
      {CanonicalForm::kE164Uk, "020 7946 0123", "+442079460123"},
      {CanonicalForm::kE164Uk, "7700900123", "+447700900123"},
      {CanonicalForm::kE164Uk, "0800 123456", "+44800123456"},
      // No UK number: what is dialled is all there is.
      {CanonicalForm::kE164Uk, "+1 202 555 0123", "12025550123"},
      {CanonicalForm::kE164Uk, "0800 1111", "08001111"},
  }));
  CAPTURE(c.value);
  CHECK(Canonical(c.form, c.value) == c.canonical);
}

TEST_CASE("a canonical value is its own canonical value", "[validate][canonical]") {
  const Case c = GENERATE(values<Case>({
      {CanonicalForm::kUpper, "QQ123456C", ""},
      {CanonicalForm::kLower, "joe.bloggs@example.com", ""},
      {CanonicalForm::kDigits, "9990000018", ""},
      {CanonicalForm::kE164Uk, "+442079460123", ""},
      {CanonicalForm::kE164Uk, "12025550123", ""},
  }));
  CHECK(Canonical(c.form, c.value) == c.value);
}

}  // namespace
}  // namespace gatepost
