#include "service/presidio_entities.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace gatepost::service {
namespace {

struct Entity {
  std::string_view pattern;
  std::string_view name;
};

// clang-format off: a row a pattern
constexpr std::array kEntities = std::to_array<Entity>({
    {"uk.driving_licence", "UK_DRIVING_LICENCE"},
    {"uk.email", "EMAIL_ADDRESS"},
    {"uk.iban", "IBAN_CODE"},
    {"uk.ip_address", "IP_ADDRESS"},
    {"uk.irish_phone", "PHONE_NUMBER"},
    {"uk.known_name", "PERSON"},
    {"uk.listed_name", "PERSON"},
    {"uk.mac_address", "MAC_ADDRESS"},
    {"uk.nhs_number", "UK_NHS"},
    {"uk.nino", "UK_NINO"},
    {"uk.passport", "UK_PASSPORT"},
    {"uk.payment_card", "CREDIT_CARD"},
    {"uk.person_name", "PERSON"},
    {"uk.phone", "PHONE_NUMBER"},
    {"uk.postcode", "UK_POSTCODE"},
    {"uk.signed_name", "PERSON"},
    {"uk.vehicle_mark", "UK_VEHICLE_REGISTRATION"},
    {"uk.vehicle_mark_older", "UK_VEHICLE_REGISTRATION"},
    {"world.au_medicare", "AU_MEDICARE"},
    {"world.au_tfn", "AU_TFN"},
    {"world.ca_sin", "CA_SIN"},
    {"world.de_idnr", "DE_TAX_ID"},
    {"world.es_dni", "ES_NIF"},
    {"world.fi_hetu", "FI_PERSONAL_IDENTITY_CODE"},
    {"world.in_aadhaar", "IN_AADHAAR"},
    {"world.in_pan", "IN_PAN"},
    {"world.it_codice_fiscale", "IT_FISCAL_CODE"},
    {"world.kr_rrn", "KR_RRN"},
    {"world.pl_pesel", "PL_PESEL"},
    {"world.se_personnummer", "SE_PERSONNUMMER"},
    {"world.sg_nric", "SG_NRIC_FIN"},
    {"world.us_itin", "US_ITIN"},
    {"world.us_ssn", "US_SSN"},
    {"world.za_id", "ZA_ID_NUMBER"},
});
// clang-format on

}  // namespace

std::string EntityOf(std::string_view pattern_id) {
  const auto known = std::ranges::find(kEntities, pattern_id, &Entity::pattern);
  if (known != kEntities.end()) return std::string(known->name);
  std::string name;
  for (const char c : pattern_id) name += IsAlphanumeric(c) ? Upper(c) : '_';
  return name;
}

std::vector<std::string> EntitiesOf(std::span<const Pattern> patterns) {
  std::vector<std::string> names;
  for (const Pattern& pattern : patterns) names.push_back(EntityOf(pattern.id));
  std::ranges::sort(names);
  const auto repeated = std::ranges::unique(names);
  names.erase(repeated.begin(), repeated.end());
  return names;
}

}  // namespace gatepost::service
