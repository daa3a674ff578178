#include "report/audit_sarif.h"

#include <string>

#include "report/audit_report_of.h"
#include "report/parsed_json.h"
#include "report/sarif_text.h"

using namespace gatepost;

namespace {

ParsedJson SarifOf(const FakeStore& store) {
  return ParseTree(AuditReportOf(AuditReportFormat::kSarif, store));
}

ParsedJson SarifOf(const FakeStore& store, const SarifLimits& limits) {
  const AuditReportOptions options = SampleReportOptions();
  const auto survey = SurveyOf(store, options);
  REQUIRE(survey.has_value());
  std::string report;
  const TakeReportChunk take = [&](std::string& chunk) {
    report += chunk;
    return Status();
  };
  AuditSink sink(take);
  REQUIRE(WriteAuditSarif({store, options, *survey, sink}, limits).has_value());
  REQUIRE(sink.Flush().has_value());
  return ParseTree(report);
}

}  // namespace

TEST_CASE("SARIF has a result for each finding worth acting on", "[report][audit_sarif]") {
  const ParsedJson sarif = SarifOf(SampleStore());
  CHECK(sarif["version"].text == "2.1.0");
  const ParsedJson& run = sarif["runs"][0];
  CHECK(run["columnKind"].text == "unicodeCodePoints");
  REQUIRE(run["results"].elements.size() == 6);
  const ParsedJson& result = run["results"][3];
  CHECK(result["ruleId"].text == "uk.nhs_number");
  CHECK(result["level"].text == "error");
  CHECK(result["message"]["text"].text ==
        "NHS number *** *** **18. Remove the NHS number; ask for it by direct message or phone.");
  const ParsedJson& place = result["locations"][0];
  CHECK(place["physicalLocation"]["artifactLocation"]["uri"].text == "library.jsonl");
  CHECK(place["physicalLocation"]["region"]["startLine"].text == "3");
  CHECK(place["logicalLocations"][0]["fullyQualifiedName"].text == "post:1703/field:text");
  CHECK(result["partialFingerprints"]["gatepostFingerprint/v1"].text == FingerprintOf(3));
  CHECK(result["suppressions"].elements.empty());
  CHECK_FALSE(AuditReportOf(AuditReportFormat::kSarif, SampleStore()).find("snippet") !=
              std::string::npos);
}

TEST_CASE("SARIF names the rule of every result", "[report][audit_sarif]") {
  const ParsedJson sarif = SarifOf(SampleStore());
  const ParsedJson& run = sarif["runs"][0];
  const ParsedJson& rules = run["tool"]["driver"]["rules"];
  CHECK(rules.elements.size() == 3);
  CHECK(rules[0]["shortDescription"]["text"].text == "NHS number");
  CHECK(rules[0]["properties"]["security-severity"].text == "9.5");
  CHECK(rules[0]["properties"]["tags"][2].text == "health");
  for (const ParsedJson& result : run["results"].elements) {
    CHECK(rules[std::stoul(result["ruleIndex"].text)]["id"].text == result["ruleId"].text);
  }
}

TEST_CASE("SARIF suppresses what a decision that holds is about", "[report][audit_sarif]") {
  const ParsedJson sarif = SarifOf(SampleStore());
  const ParsedJson& results = sarif["runs"][0]["results"];
  CHECK(results[2]["suppressions"][0]["kind"].text == "external");
  CHECK(results[2]["suppressions"][0]["justification"].text == "accepted: own switchboard");
  CHECK(results[4]["suppressions"][0]["justification"].text == "no personal data: order number");
  CHECK(results[5]["suppressions"].elements.empty());  // it has expired
}

TEST_CASE("SARIF says what was not read and whether the audit has ended", "[report][audit_sarif]") {
  FakeStore store = SampleStore();
  const ParsedJson ended = SarifOf(store);
  const ParsedJson& invocation = ended["runs"][0]["invocations"][0];
  CHECK(invocation["executionSuccessful"].text == "true");
  const ParsedJson& notifications = invocation["toolExecutionNotifications"];
  REQUIRE(notifications.elements.size() == 2);
  CHECK(notifications[0]["level"].text == "error");
  CHECK(notifications[0]["descriptor"]["id"].text == "bad_json");
  CHECK(notifications[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].text ==
        "archive.zip/data/note-tweet.js");
  CHECK(notifications[1]["level"].text == "note");

  store.runs[0].ended.reset();
  const ParsedJson interrupted = SarifOf(store);
  CHECK(interrupted["runs"][0]["invocations"][0]["executionSuccessful"].text == "false");
  CHECK(
      interrupted["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["descriptor"]["id"]
          .text == "not_ended");
}

TEST_CASE("SARIF is parted into runs, and says what it leaves out", "[report][audit_sarif]") {
  const ParsedJson parted = SarifOf(SampleStore(), {2, 20});
  REQUIRE(parted["runs"].elements.size() == 3);
  CHECK(parted["runs"][0]["results"].elements.size() == 2);
  CHECK(parted["runs"][2]["results"].elements.size() == 2);
  CHECK(parted["runs"][2]["automationDetails"]["id"].text == "gatepost/audit/3");

  const ParsedJson cut = SarifOf(SampleStore(), {2, 2});
  REQUIRE(cut["runs"].elements.size() == 2);
  const ParsedJson& notification =
      cut["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
  CHECK(notification["descriptor"]["id"].text == "results_left_out");
  CHECK(Contains(notification["message"]["text"].text, "take: 2 findings."));
}

TEST_CASE("Nothing in a SARIF message is a link or a placeholder", "[report][audit_sarif]") {
  CHECK(SarifMessage("a [b](c) {0} \\ d") == "a \\[b\\](c) {{0}} \\\\ d");
  CHECK(SarifMessage("a\nb") == "a↵b");
}

TEST_CASE("Places in SARIF are URI references", "[report][audit_sarif]") {
  CHECK(SarifUri("posts/a b.jsonl", "") == "posts/a%20b.jsonl");
  CHECK(SarifUri("archive.zip", "data/tweets.js") == "archive.zip/data/tweets.js");
  CHECK(SarifUri("/srv/x.zip", "") == "file:///srv/x.zip");
  CHECK(SarifUri("c:x%?#\xC3\xA9", "") == "c%3Ax%25%3F%23%C3%A9");
}
