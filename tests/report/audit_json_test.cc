#include <string>

#include "report/audit_report_of.h"
#include "report/json_tree.h"

using namespace gatepost;

TEST_CASE("JSON is one document with all of the audit", "[report][audit_json]") {
  const JsonTree report = ParseTree(AuditReportOf(AuditReportFormat::kJson, SampleStore()));
  CHECK(report["schema"].text == "1");
  CHECK(report["runs"][0]["policy"]["name"].text == "default");
  CHECK(report["summary"]["posts"].text == "398");
  CHECK(report["by_identifier"][0]["pattern"].text == "uk.nhs_number");
  CHECK(report["by_identifier"][1]["distinct_values"].text == "3");
  CHECK(report["by_account"][1]["account"].text == "@council");
  CHECK(report["by_account"][1]["findings_per_thousand_posts"].text == "10.07");
  CHECK_FALSE(report["by_month"][0].Has("month"));
  CHECK(report["by_month"][1]["month"].text == "2024-05");
  CHECK(report["longest_exposed"][0]["posts"].text == "2");
  CHECK(report["longest_exposed"][0]["still_public"].text == "yes");
  CHECK(report["longest_exposed"][0]["earliest"][1]["published"].text == "2024-05-20T09:30:00Z");
  CHECK(report["unread"][0]["code"].text == "bad_json");
  CHECK(report["notes"][0]["post"].text == "1703");
  CHECK(report["decisions"][2]["holds"].text == "false");
  CHECK(report["inputs"].elements.size() == 2);
  CHECK(report["files"][1]["declared"].text == "300");
  CHECK(report["findings"].elements.size() == 7);
}

TEST_CASE("An account's filter is kept to in all of the report", "[report][audit_json]") {
  AuditReportOptions options = SampleReportOptions();
  options.filter.accounts = {"@library"};
  const JsonTree report =
      ParseTree(AuditReportOf(AuditReportFormat::kJson, SampleStore(), options));
  CHECK(report["filter"]["accounts"][0].text == "@library");
  CHECK(report["summary"]["posts"].text == "100");
  CHECK(report["findings"].elements.size() == 3);
  CHECK(report["by_account"].elements.size() == 1);
}
