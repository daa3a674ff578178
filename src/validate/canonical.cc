#include "validate/canonical.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.h"
#include "base/day.h"
#include "validate/birth_date.h"
#include "validate/phone_plan.h"

namespace gatepost {
namespace {

struct NamedForm {
  std::string_view name;
  CanonicalForm form;
};
constexpr auto kForms = std::to_array<NamedForm>({
    {"upper", CanonicalForm::kUpper},
    {"lower", CanonicalForm::kLower},
    {"digits", CanonicalForm::kDigits},
    {"e164_uk", CanonicalForm::kE164Uk},
    {"date", CanonicalForm::kDate},
});

std::string DigitsOf(std::string_view value) {
  std::string digits;
  std::copy_if(value.begin(), value.end(), std::back_inserter(digits), IsDigit);
  return digits;
}

std::string UpperOf(std::string_view value) {
  std::string upper;
  for (const char c : value) {
    if (IsDigit(c) || IsLetter(c)) upper += Upper(c);
  }
  return upper;
}

}  // namespace

std::optional<CanonicalForm> CanonicalFormOf(std::string_view name) {
  const auto found = std::find_if(kForms.begin(), kForms.end(),
                                  [&](const NamedForm& each) { return each.name == name; });
  if (found == kForms.end()) return std::nullopt;
  return found->form;
}

std::string_view NameOf(CanonicalForm form) {
  return std::find_if(kForms.begin(), kForms.end(),
                      [&](const NamedForm& each) { return each.form == form; })
      ->name;
}

std::string Canonical(CanonicalForm form, std::string_view value) {
  switch (form) {
    case CanonicalForm::kUpper:
      return UpperOf(value);
    case CanonicalForm::kLower:
      return InLowerCase(value);
    case CanonicalForm::kDigits:
      return DigitsOf(value);
    case CanonicalForm::kE164Uk: {
      const auto number = UkNationalNumberOf(value);
      return number ? "+44" + *number : DigitsOf(value);
    }
    case CanonicalForm::kDate: {
      const auto day = BirthDateOf(value);
      return day ? DayText(*day) : UpperOf(value);
    }
  }
  return std::string(value);
}

}  // namespace gatepost
