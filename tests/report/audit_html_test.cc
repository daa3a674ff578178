#include <string>

#include "report/audit_report_of.h"
#include "report/html_chart.h"
#include "report/html_page.h"

using namespace gatepost;

namespace {

std::string HtmlOf(const FakeStore& store) {
  return AuditReportOf(AuditReportFormat::kHtml, store);
}

// The opening tags of an element, with their attributes.
std::vector<std::string> TagsOf(const std::string& html, const std::string& name) {
  std::vector<std::string> tags;
  for (size_t at = html.find("<" + name); at != html.npos; at = html.find("<" + name, at + 1)) {
    tags.push_back(html.substr(at, html.find('>', at) + 1 - at));
  }
  return tags;
}

}  // namespace

TEST_CASE("The page runs nothing and asks for nothing", "[report][audit_html]") {
  const std::string html = HtmlOf(SampleStore());
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  CHECK(Contains(html, "content=\"default-src 'none'; style-src 'unsafe-inline'"));
  for (const char* part : {"<script", "<img", "<link", "<iframe", "<object", "<form", "url(",
                           "@import", " src=", " onload", " style="}) {
    CAPTURE(part);
    CHECK_FALSE(Contains(html, part));
  }
}

TEST_CASE("Sections, tables and charts of the page can be found by a screen reader",
          "[report][audit_html]") {
  const std::string html = HtmlOf(SampleStore());
  CHECK(CountOf(html, "<h1>") == 1);
  CHECK(CountOf(html, "<section id=") == 10);
  CHECK(CountOf(html, "</section>") == 10);
  CHECK(CountOf(html, "<table") == CountOf(html, "<caption>"));
  CHECK(CountOf(html, "<table") == CountOf(html, "</table>"));
  CHECK(CountOf(html, "<svg ") == 5);
  CHECK(CountOf(html, " role=\"img\"") == 5);
  CHECK(CountOf(html, "<desc id=") == 5);
  for (const std::string& link : TagsOf(html, "a href=\"#")) {
    const std::string id = link.substr(10, link.find('"', 10) - 10);
    CAPTURE(id);
    CHECK(CountOf(html, "id=\"" + id + "\"") == 1);
  }
}

TEST_CASE("The page tells what was found, left open and not read", "[report][audit_html]") {
  const std::string html = HtmlOf(SampleStore());
  CHECK(Contains(html, "<dt>Result</dt><dd><strong>not complete</strong>"));
  CHECK(Contains(html, "<dt>findings open</dt><dd>4</dd>"));
  CHECK(Contains(html, "<a href=\"https://social.example.org/@library/1703\" rel=\"noopener"));
  CHECK(Contains(html, "31 December 2025, holds no longer"));
  CHECK(Contains(html, "archive.zip: data/note-tweet.js:7"));
  CHECK(Contains(html, "<strong>300</strong>"));  // declared, and not as many read
  CHECK(Contains(html, "Finding nothing is no proof"));
}

TEST_CASE("What others named is text on the page and never a link that runs",
          "[report][audit_html]") {
  FakeStore store = SampleStore();
  for (FakeStore::Post& post : store.posts) {
    post.post.account = "\"><script>alert(1)</script>";
    post.post.url = "javascript:alert(1)//https://example.org";
  }
  store.posts[0].post.url = "https://example.org/\"onmouseover=alert(1)";
  const std::string html = HtmlOf(store);
  CHECK_FALSE(Contains(html, "<script"));
  CHECK(Contains(html, "&lt;script&gt;"));
  CHECK_FALSE(Contains(html, "\"javascript:"));
  CHECK(Contains(html, "<bdi>javascript:alert(1)//https://example.org</bdi>"));
  CHECK(Contains(html, "href=\"https://example.org/&quot;onmouseover=alert(1)\""));
}

TEST_CASE("The page shows the gravest findings and says how many more there are",
          "[report][audit_html]") {
  FakeStore store = SampleStore();
  for (int i = 0; i < 700; ++i) {
    store.posts.push_back({SamplePost(100 + i, 2, "2025-01-05"), {SamplePhoneFinding(100 + i)}});
  }
  const std::string html = HtmlOf(store);
  CHECK(Contains(html,
                 "Not shown: 204 open findings. All of them: <code>gatepost audit report "
                 "audit.db -f csv"));
  CHECK(html.size() < 600'000);
}

TEST_CASE("A value's place in many files is told shortly", "[report][audit_html]") {
  FakeStore store = SampleStore();
  for (uint32_t i = 1; i <= 1000; ++i) {
    store.files.push_back(
        {2, "f" + std::to_string(i), "jsonl", AuditFile::State::kRead, 1, {}, ""});
    store.problems.push_back(
        {2, "", "", {ProblemKind::kUnread, "bad_json", "It is no JSON.", {"", i, 0}}});
  }
  const std::string html = HtmlOf(store);
  CHECK(Contains(html, "Not shown: 503 files. The report as JSONL has all."));
  CHECK(Contains(html, "and 981 more"));
}

TEST_CASE("A chart of time has a bar for every month between, or for years",
          "[report][html_chart]") {
  FakeStore store = SampleStore();
  CHECK(Contains(HtmlOf(store), "January 2025</text>"));
  store.tallies.push_back({"@council", "x", "1970-01", 1, 1, {}});
  CHECK(Contains(HtmlOf(store), ">1970</text>"));
  store.tallies.push_back({"@council", "x", "0001-01", 1, 1, {}});
  CHECK_FALSE(Contains(HtmlOf(store), "chart-months"));
}

TEST_CASE("The trend of the page is measured against the goals of a policy",
          "[report][audit_html]") {
  AuditReportOptions options = SampleReportOptions();
  options.goals.target_per_1000 = 5;
  options.goals.baseline = MonthRange{"2024-05", "2024-05"};
  const std::string html = AuditReportOf(AuditReportFormat::kHtml, SampleStore(), options);
  CHECK(Contains(html, ">target 5.00</text>"));
  CHECK(Contains(html, ">baseline 15.00</text>"));
  CHECK(Contains(html, "<p>June 2024 to January 2025: 1 finding worth acting on in 188 posts"));
  CHECK_FALSE(Contains(HtmlOf(SampleStore()), ">target "));
  // What is left out is no success.
  options.filter.patterns = {"uk.nhs_number"};
  CHECK_FALSE(
      Contains(AuditReportOf(AuditReportFormat::kHtml, SampleStore(), options), ">target "));
}

TEST_CASE("The trend of the page has ten years at most", "[report][audit_html]") {
  FakeStore store = SampleStore();
  CHECK_FALSE(Contains(HtmlOf(store), "The chart has the last"));
  store.tallies.push_back({"@council", "x", "0001-01", 1, 1, {}});
  const std::string html = HtmlOf(store);
  CHECK(Contains(html, "The chart has the last 120 months."));
  CHECK(Contains(html, ">February 2015</text>"));
}

TEST_CASE("A page without dates has no trend", "[report][audit_html]") {
  FakeStore store = SampleStore();
  for (AuditTally& tally : store.tallies) tally.month.clear();
  for (FakeStore::Post& post : store.posts) post.post.published.reset();
  CHECK_FALSE(Contains(HtmlOf(store), "chart-trend"));
}

TEST_CASE("Charts without bars are left out, and long labels cut", "[report][html_chart]") {
  std::string out;
  AppendBarChart({"a", "A", "B", {}}, out);
  AppendTimeChart({"a", "A", "B", {}}, out);
  CHECK(out.empty());
  AppendBarChart({"a", "A", "B", {{std::string(100, 'x'), 0}, {"<b>", 7}}}, out);
  CHECK(Contains(out, std::string(38, 'x') + "…</text>"));
  CHECK(Contains(out, "&lt;b&gt;"));
  CHECK(Contains(out, "width=\"0.00%\""));
  CHECK(Contains(out, "width=\"100.00%\""));
}
