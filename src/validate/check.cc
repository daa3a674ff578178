#include "validate/check.h"

#include <algorithm>
#include <array>

#include "validate/address.h"
#include "validate/birth_date.h"
#include "validate/cards.h"
#include "validate/dates.h"
#include "validate/driver_number.h"
#include "validate/email.h"
#include "validate/hmrc.h"
#include "validate/iban.h"
#include "validate/mrz.h"
#include "validate/national_numbers.h"
#include "validate/nino.h"
#include "validate/person_name.h"
#include "validate/phone_plan.h"
#include "validate/police_numbers.h"
#include "validate/postcode.h"
#include "validate/ppsn.h"
#include "validate/sums.h"

namespace gatepost {
namespace {

constexpr auto kChecks = std::to_array<NamedCheck>({
    {"accounts_office", "check letter of a PAYE Accounts Office reference",
     IsAccountsOfficeReference},
    {"au_medicare", "a Medicare number of Australia, with its check digit", IsAustralianMedicare},
    {"be_national", "a national number of Belgium, with its check digits", IsBelgianNational},
    {"birth_date", "a real date since 1910, in figures or with the month's name", IsBirthDate},
    {"br_cpf", "a CPF number of Brazil, with its check digits", IsBrazilianCpf},
    {"card_brand", "begins and is as long as the cards of a brand", HasCardBrand},
    {"cro_number", "check letter of a Criminal Records Office number", IsCroNumber},
    {"date_dmy", "a real date, day first", IsDateDmy},
    {"date_iso", "a real date, year first, the year in four digits", IsDateIso},
    {"date_ymd6", "a real date in six digits, year first", IsDateYmd6},
    {"dmy6_prefix", "begins with a real date in six digits, day first", HasDmy6Prefix},
    {"driver_number", "surname, date of birth and initials as DVLA codes them", IsDriverNumber},
    {"email_address", "a mailbox at a possible domain name", IsEmailAddress},
    {"fr_nir", "a social security number of France, with its check digits", IsFrenchNir},
    {"full_name", "a known first name and a known surname", IsFullName},
    {"iban", "a country's IBAN, built as it should be, with its check digits", IsIban},
    {"it_fiscal_code", "a fiscal code of Italy, with its check letter", IsItalianFiscalCode},
    {"likely_name", "a known first name or a known surname beside what may be the other",
     IsLikelyName},
    {"luhn", "check digit by Luhn's formula", PassesLuhn},
    {"mod11_10", "check digit by ISO 7064 MOD 11,10", PassesMod11And10},
    {"mod97", "check digits of an IBAN", PassesMod97},
    {"mrz_line", "a machine-readable line of a travel document", IsMrzLine},
    {"nino_prefix", "begins with two letters that HMRC issues", HasNinoPrefix},
    {"no_national", "a national number of Norway, with its check digits", IsNorwegianNational},
    {"pnc_id", "check letter of a Police National Computer id", IsPncId},
    {"possible_name", "no word that is never part of a name", IsPossibleName},
    {"ppsn", "check letter of an Irish Personal Public Service number", IsPpsn},
    {"se_personal", "a personal number of Sweden, with its check digit", IsSwedishPersonal},
    {"uk_address", "a number and street, not a date, a time, a count or a sentence", IsUkAddress},
    {"uk_house_name", "a house's name, not a public building's", IsUkHouseName},
    {"uk_phone", "a number of the UK's telephone numbering plan", IsUkPhone},
    {"uk_postcode", "Royal Mail's letter rules, in an existing area", IsUkPostcode},
    {"uk_vat", "check digits of a VAT number", IsVatNumber},
    {"verhoeff", "check digit by Verhoeff's formula", PassesVerhoeff},
});

}  // namespace

std::span<const NamedCheck> AllChecks() { return kChecks; }

const NamedCheck* FindCheck(std::string_view name) {
  const auto found = std::find_if(kChecks.begin(), kChecks.end(),
                                  [&](const NamedCheck& check) { return check.name == name; });
  return found == kChecks.end() ? nullptr : &*found;
}

}  // namespace gatepost
