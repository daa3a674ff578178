#include <string>

#include "report/audit_report_of.h"

using namespace gatepost;

namespace {

std::string TextOf(const FakeStore& store, AuditReportBy by = AuditReportBy::kIdentifier) {
  AuditReportOptions options = SampleReportOptions();
  options.by = by;
  return AuditReportOf(AuditReportFormat::kText, store, options);
}

}  // namespace

TEST_CASE("The text report says what the audit comes to", "[report][audit_text]") {
  const std::string report = TextOf(SampleStore());
  CHECK(report.starts_with("Audit: NOT COMPLETE\n"));
  CHECK(Contains(report, "  398 posts of 2 accounts, published from May 2024 to January 2025, "));
  CHECK(Contains(report, "  6 findings in 5 posts are worth acting on: 1 critical and 5 medium."));
  CHECK(Contains(report, "They give away 4 different values."));
  CHECK(Contains(report, "  Phone number    medium     3        2            0      4       3\n"));
  CHECK(Contains(report,
                 "  critical  NHS number  *** *** **18\n"
                 "            @library (mastodon), 5 January 2025, text, still public: not "
                 "known\n            https://social.example.org/@library/1703\n"));
  CHECK(Contains(report, "was\n            decided until a day that is past"));
  CHECK(Contains(report,
                 "unread    1 × It is no JSON.\n            archive.zip: "
                 "data/note-tweet.js:7\n"));
  CHECK(Contains(report, "1 file of private messages left alone"));
  CHECK(Contains(report, "gatepost audit report audit.db -f html -o report.html"));
}

TEST_CASE("The text report's table is by what is asked for", "[report][audit_text]") {
  CHECK(Contains(TextOf(SampleStore(), AuditReportBy::kAccount),
                 "  @council (x)            2        1            1      2   298       10.1\n"));
  const std::string by_month = TextOf(SampleStore(), AuditReportBy::kMonth);
  CHECK(Contains(by_month, "  May 2024         2        1            1      2   200       15.0\n"));
  CHECK(by_month.find("  no date  ") > by_month.find("  January 2025  "));
}

TEST_CASE("An audit that read everything and found nothing says what that means",
          "[report][audit_text]") {
  FakeStore store = SampleStore();
  store.posts.clear();
  store.problems.clear();
  const std::string report = TextOf(store);
  CHECK(report.starts_with("Audit: complete\n"));
  CHECK(Contains(report, "Nothing worth acting on was found."));
  CHECK(Contains(report, "Finding nothing is no proof that there is nothing"));
  CHECK_FALSE(Contains(report, "By identifier"));
}

TEST_CASE("Without a key the text report says that values are not told apart",
          "[report][audit_text]") {
  FakeStore store = SampleStore();
  for (FakeStore::Post& post : store.posts) {
    for (AuditFinding& finding : post.findings) finding.fingerprint.clear();
  }
  CHECK(Contains(TextOf(store), "The audit was made without a key"));
}

TEST_CASE("Colours only repeat what the words of an audit say", "[report][audit_text]") {
  AuditReportOptions options = SampleReportOptions();
  options.uses_colour = true;
  std::string report = AuditReportOf(AuditReportFormat::kText, SampleStore(), options);
  CHECK(Contains(report, "\033[1;33mNOT COMPLETE\033[0m"));
  for (size_t at = report.find('\033'); at != report.npos; at = report.find('\033')) {
    report.erase(at, report.find('m', at) + 1 - at);
  }
  CHECK(report == TextOf(SampleStore()));
}
