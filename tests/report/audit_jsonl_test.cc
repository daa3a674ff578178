#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "report/audit_report_of.h"
#include "report/json_schema.h"
#include "report/parsed_json.h"

using namespace gatepost;

namespace {

const ParsedJson& Schema() {
  static const ParsedJson schema = [] {
    std::ifstream file(GATEPOST_SOURCE_DIR "/docs/audit-report.schema.json", std::ios::binary);
    return ParseTree(std::string(std::istreambuf_iterator<char>(file), {}));
  }();
  return schema;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// With everything in it that a line can have.
std::string FullReport() {
  FakeStore store = SampleStore();
  store.problems[0].problem.where = {"data/note-tweet.js", 7, 3};
  store.posts[0].post.text = "the text";
  AuditReportOptions options = SampleReportOptions();
  options.shows_texts = true;
  options.filter.since = SampleTime("2020-01-01");
  options.filter.until = SampleTime("2026-01-01");
  options.filter.accounts = {"@council", "@library"};
  options.filter.patterns = {"uk.phone", "uk.nhs_number", "uk.postcode"};
  const AccountBook accounts = SampleAccounts();
  options.accounts = &accounts;
  return AuditReportOf(AuditReportFormat::kJsonl, store, options);
}

}  // namespace

TEST_CASE("Every line of an audit's report is as the published schema says",
          "[report][audit_jsonl]") {
  for (const std::string& line : LinesOf(FullReport())) {
    CAPTURE(line);
    CHECK(BreachesOf(Schema(), ParseTree(line)) == std::vector<std::string>{});
  }
  for (const std::string& line :
       LinesOf(AuditReportOf(AuditReportFormat::kJsonl, FakeStore(), SampleReportOptions()))) {
    CAPTURE(line);
    CHECK(BreachesOf(Schema(), ParseTree(line)) == std::vector<std::string>{});
  }
}

TEST_CASE("Every member that the audit's schema names is written somewhere",
          "[report][audit_jsonl]") {
  const std::string report = FullReport();
  for (const auto& [name, definition] : Schema()["$defs"].members) {
    if (!definition.Has("properties")) continue;
    for (const auto& [member, rule] : definition["properties"].members) {
      CAPTURE(name, member);
      CHECK(report.find("\"" + member + "\":") != report.npos);
    }
  }
}

TEST_CASE("Lines come in their order, the summary last", "[report][audit_jsonl]") {
  std::string types;
  for (const std::string& line : LinesOf(AuditReportOf(AuditReportFormat::kJsonl, SampleStore()))) {
    types += ParseTree(line)["type"].text[0];
  }
  CHECK(types == "siifffppdddfffffffs");
}

TEST_CASE("A finding's line says what it is, where and what was decided", "[report][audit_jsonl]") {
  const auto lines = LinesOf(AuditReportOf(AuditReportFormat::kJsonl, SampleStore()));
  const ParsedJson finding = ParseTree(lines[lines.size() - 2]);
  CHECK(finding["input"].text == "library.jsonl");
  CHECK(finding["record_line"].text == "5");
  CHECK(finding["post"]["id"].text == "1705");
  CHECK_FALSE(finding["post"].Has("published"));
  CHECK(finding["reasons"][1]["label"].text == "mobile");
  CHECK(finding["labels"][1].text == "mobile");
  CHECK(finding["standing"].text == "open");
  CHECK(finding["decision"]["holds"].text == "false");
  CHECK(finding["decision"]["until"].text == "2025-12-31");
}

TEST_CASE("A summary counts by standing and says whether all was read", "[report][audit_jsonl]") {
  FakeStore store = SampleStore();
  const auto summary = [&] {
    return ParseTree(LinesOf(AuditReportOf(AuditReportFormat::kJsonl, store)).back());
  };
  CHECK(summary()["findings"]["open"].text == "4");
  CHECK(summary()["findings"]["let_through"].text == "1");
  CHECK(summary()["by_identifier"]["uk.phone"].text == "5");
  CHECK(summary()["distinct_values"].text == "4");
  CHECK(summary()["complete"].text == "false");
  store.problems.erase(store.problems.begin());
  CHECK(summary()["complete"].text == "true");
  store.inputs[0].state = InputState::kUnfinished;
  CHECK(summary()["complete"].text == "false");
  store.inputs[0].state = InputState::kComplete;
  store.files[0].state = AuditFile::State::kUnread;
  CHECK(summary()["complete"].text == "false");
}

TEST_CASE("Two audits of the same differ in their start lines alone", "[report][audit_jsonl]") {
  FakeStore store = SampleStore();
  const std::string first = AuditReportOf(AuditReportFormat::kJsonl, store);
  store.runs[0].started += std::chrono::hours(5);
  store.runs[0].id = 77;
  for (AuditInput& input : store.inputs) input.id += 50;
  for (AuditFile& file : store.files) file.input += 50;
  for (AuditProblem& problem : store.problems) problem.input += 50;
  for (FakeStore::Post& post : store.posts) {
    post.post.id += 900;
    post.post.input += 50;
  }
  const std::string second = AuditReportOf(AuditReportFormat::kJsonl, store);
  CHECK(first != second);
  CHECK(first.substr(first.find('\n')) == second.substr(second.find('\n')));
}

TEST_CASE("Reasons that are no JSON are left out", "[report][audit_jsonl]") {
  FakeStore store = SampleStore();
  store.posts.resize(1);
  const std::string reasons = GENERATE("", "{}", "[1,", "\"x\"");
  store.posts[0].findings[0].reasons = reasons;
  const auto lines = LinesOf(AuditReportOf(AuditReportFormat::kJsonl, store));
  CHECK(ParseTree(lines[lines.size() - 3])["reasons"].elements.empty());
}
