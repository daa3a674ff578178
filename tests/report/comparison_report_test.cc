#include "report/comparison_report.h"

#include <string>

#include "audit/store_file.h"
#include "catch.h"
#include "report/parsed_json.h"

namespace gatepost {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Comparison Sample(const AuditRun& later = KeyedRun(), size_t limit = 100) {
  const StoreFile before(
      {PostWith(1, "2024-05-01", {PhoneFinding(1)}), PostWith(2, "2024-05-02", {PhoneFinding(2)})});
  const StoreFile after({PostWith(1, "2024-05-01", {PhoneFinding(1)}),
                         PostWith(3, "2024-06-01", {PhoneFinding(2), NhsFinding(3)})},
                        later);
  ComparisonOptions options;
  options.as_of = KnownDay("2026-04-02");
  options.limit = limit;
  Result<Comparison> comparison = CompareStores(*before, *after, options);
  REQUIRE(comparison);
  return *std::move(comparison);
}

std::string TextOf(const Comparison& comparison) {
  std::string out;
  AppendComparisonText(comparison, {"before.db", "after.db"}, {}, out);
  return out;
}

}  // namespace

TEST_CASE("a comparison is told as counts and as the findings that are new and gone",
          "[report][comparison_report]") {
  const std::string text = TextOf(Sample());
  CAPTURE(text);
  CHECK(Has(text, "before.db with after.db\n"));
  CHECK(Has(text, "Phone number, medium    0                      1     1            1\n"));
  CHECK(Has(text,
            "New:\n  critical  NHS number  *** *** **13\n"
            "    AmbridgeBC (x), 1 June 2024, https://twitter.com/AmbridgeBC/status/3\n"));
  CHECK(Has(text, "  medium  Phone number  ***** ****12  known value in a new post\n"));
  CHECK(Has(text, "Gone:\n"));
  CHECK_FALSE(Has(text, "NOTE"));
}

TEST_CASE("a comparison says why two stores cannot be compared as they should be",
          "[report][comparison_report]") {
  AuditRun other = KeyedRun();
  other.key_id = "99887766";
  other.set_hash[0] = other.policy_hash[0] = 'e';
  const std::string text = TextOf(Sample(other));
  CHECK(Has(text, "not made under the same keys"));
  CHECK(Has(text, "different patterns"));
  CHECK(Has(text, "different policies"));
}

TEST_CASE("findings beyond the limit are counted", "[report][comparison_report]") {
  CHECK(Has(TextOf(Sample(KeyedRun(), 1)), "  and 1 other; --limit shows more"));
}

TEST_CASE("two audits without findings are told to be so", "[report][comparison_report]") {
  CHECK(Has(TextOf(Comparison{}), "No finding in either"));
}

TEST_CASE("a comparison for programs is one JSON document", "[report][comparison_report]") {
  std::string out;
  AppendComparisonJson(Sample(), {"before.db", "after.db"}, out);
  const ParsedJson tree = ParseTree(out);
  const ParsedJson& root = tree;
  CHECK(root["compared_by"].text == "fingerprint");
  CHECK(root["counts"]["known_value"].text == "1");
  CHECK(root["by_identifier"]["uk.phone"]["gone"].text == "1");
  CHECK(root["by_severity"]["critical"]["new"].text == "1");
  CHECK(root["new_action"].text == "block");
  CHECK(root["new"][size_t{0}]["post"]["id"].text == "3");
  CHECK(root["gone"][size_t{0}]["post"]["ref"].text == "000000000002");
}

}  // namespace gatepost
