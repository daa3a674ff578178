#include "validate/check.h"

#include <algorithm>
#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("the checks are sorted by name and each is found by it", "[validate][check]") {
  const auto checks = AllChecks();
  REQUIRE_FALSE(checks.empty());
  CHECK(std::is_sorted(checks.begin(), checks.end(),
                       [](const NamedCheck& a, const NamedCheck& b) { return a.name < b.name; }));
  for (const NamedCheck& check : checks) {
    CAPTURE(check.name);
    CHECK(FindCheck(check.name) == &check);
    CHECK_FALSE(check.meaning.empty());
  }
}

TEST_CASE("a check that does not exist is not found", "[validate][check]") {
  CHECK(FindCheck("") == nullptr);
  CHECK(FindCheck("Luhn") == nullptr);
  CHECK(FindCheck("luh") == nullptr);
}

struct Case {
  std::string name, accepted, refused;
};

TEST_CASE("each name stands for its own check", "[validate][check]") {
  const Case c = GENERATE(values<Case>({
      {"accounts_office", "853PW0076584X", "853PV0076584X"},
      {"birth_date", "1 Feb 1980", "1 Feb 1880"},
      {"card_brand", "4111111111111111", "1111111111111111"},
      {"cro_number", "29906/12J", "29906/12K"},
      {"date_dmy", "31/12/1999", "1999-12-31"},
      {"date_iso", "1999-12-31", "31/12/1999"},
      {"date_ymd6", "991231", "311299"},
      {"dmy6_prefix", "0102801234", "3102801234"},
      {"driver_number", "MORGA657054SM9IJ", "MORGA697054SM9IJ"},
      {"email_address", "joe.bloggs@example.com", "icon@2x.png"},
      {"iban", "GB82WEST12345698765432", "GB83WEST12345698765432"},
      {"luhn", "4111111111111111", "4111111111111112"},
      {"mod97", "GB82WEST12345698765432", "GB83WEST12345698765432"},
      {"nino_prefix", "BN102966C", "QQ123456C"},
      {"pnc_id", "12/394773H", "12/394773J"},
      {"ppsn", "1234567T", "1234567W"},
      {"uk_address", "1 Example Street, AB1 2DC", "14 June, AB1 2DC"},
      {"uk_phone", "07700900123", "999"},
      {"uk_postcode", "AA11AA", "AJ11AA"},
      {"uk_vat", "GB980780684", "GB980780685"},
  }));
  CAPTURE(c.name);
  const NamedCheck* check = FindCheck(c.name);
  REQUIRE(check != nullptr);
  CHECK(check->accepts(c.accepted));
  CHECK_FALSE(check->accepts(c.refused));
}

TEST_CASE("no check accepts the empty text", "[validate][check]") {
  for (const NamedCheck& check : AllChecks()) {
    CAPTURE(check.name);
    CHECK_FALSE(check.accepts(""));
  }
}

}  // namespace
}  // namespace gatepost
