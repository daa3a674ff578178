#include <string>

#include "report/audit_report_of.h"

using namespace gatepost;

TEST_CASE("JUnit has a suite for each input and a case for each post", "[report][audit_junit]") {
  const std::string report = AuditReportOf(AuditReportFormat::kJunit, SampleStore());
  CHECK(Contains(report,
                 "<testsuites name=\"gatepost audit\" tests=\"6\" failures=\"4\" errors=\"1\" "
                 "skipped=\"1\">"));
  CHECK(Contains(report,
                 "<testsuite name=\"archive.zip\" tests=\"3\" failures=\"2\" errors=\"1\" "
                 "skipped=\"0\">"));
  CHECK(Contains(report, "<testsuite name=\"library.jsonl\" tests=\"3\" failures=\"2\" "));
  CHECK(CountOf(report, "<testcase ") == 6);
  CHECK(CountOf(report, "<failure ") == 4);
  CHECK(Contains(report, "name=\"post 1704 by @library\"><skipped message=\"1 finding, decided"));
  CHECK(Contains(report,
                 "text 5-17: NHS number *** *** **18 (critical, block, open). Remove the NHS "
                 "number; ask for it by direct message or phone.\n</failure>"));
  CHECK(Contains(report,
                 "name=\"archive.zip: data/note-tweet.js:7\"><error type=\"bad_json\" "
                 "message=\"It is no JSON.\"/>"));
  CHECK_FALSE(Contains(report, "Postcode"));
}

TEST_CASE("JUnit lists inputs without findings and problems of no input", "[report][audit_junit]") {
  FakeStore store = SampleStore();
  AuditInput clean = store.inputs[0];
  clean.id = 3;
  clean.name = "a-clean.jsonl";
  store.inputs.insert(store.inputs.begin(), clean);
  clean.id = 4;
  clean.name = "z-clean.jsonl";
  store.inputs.push_back(clean);
  store.problems.push_back(
      {0,
       "",
       "",
       {ProblemKind::kUnread, "input_unreadable", "There is none.", {"gone.zip", 0, 0}}});
  const std::string report = AuditReportOf(AuditReportFormat::kJunit, store);
  const auto suite = [&](const std::string& name) { return report.find("\"" + name + "\" tests"); };
  REQUIRE(suite("z-clean.jsonl") != report.npos);
  CHECK(suite("audit") < suite("a-clean.jsonl"));
  CHECK(suite("a-clean.jsonl") < suite("archive.zip"));
  CHECK(suite("archive.zip") < suite("library.jsonl"));
  CHECK(suite("library.jsonl") < suite("z-clean.jsonl"));
  CHECK(CountOf(report, "<testsuite ") == 5);
  CHECK(CountOf(report, "</testsuite>") == 5);
  CHECK(Contains(report, "name=\"gone.zip\"><error type=\"input_unreadable\""));
}
