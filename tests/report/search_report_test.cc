#include "report/search_report.h"

#include <string>

#include "audit/store_file.h"
#include "catch.h"
#include "report/parsed_json.h"

namespace gatepost {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

SearchSummary SampleSummary() {
  SearchSummary summary;
  summary.store = "council.db";
  summary.set_name = "uk";
  summary.set_hash = "00";
  summary.key_id = "3b1e6285";
  summary.values = 3;
  summary.unknown_lines = {2, 5};
  summary.patterns = {"uk.phone"};
  summary.coverage.inputs = 1;
  summary.coverage.posts = 2;
  summary.coverage.first_month = "2024-05";
  summary.coverage.last_month = "2024-06";
  summary.coverage.findings = 2;
  summary.coverage.under_other_keys = 1;
  summary.coverage.other_keys = {"99887766"};
  summary.coverage.has_same_patterns = false;
  return summary;
}

std::string ReportOf(SearchReport& report, const SearchSummary& summary) {
  const StoreFile store(
      {PostWith(1, "2024-05-01", {PhoneFinding(1)}), PostWith(2, "2024-06-01", {PhoneFinding(1)})});
  std::string out;
  report.Begin(out);
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    report.AddHit(found, {1, 3}, out);
    return {};
  });
  REQUIRE(status);
  SearchSummary counted = summary;
  counted.hits = 2;
  report.End(counted, out);
  return out;
}

}  // namespace

TEST_CASE("an answer about a person's data lists posts, what was searched and what not",
          "[report][search_report]") {
  const std::string text = ReportOf(*MakeSearchReportText({false, 300}), SampleSummary());
  CAPTURE(text);
  CHECK(Has(text,
            "lines 1, 3  Phone number, uk.phone, in text\n"
            "  AmbridgeBC (x), 1 May 2024, https://twitter.com/AmbridgeBC/status/1\n"
            "  archive.zip: data/tweets.js, ref 000000000001, still public: not known\n"));
  CHECK(Has(text, "2 places of 3 values found.\n"));
  CHECK(Has(text,
            "Searched: council.db, 1 input, 2 posts from May 2024 to June 2024; 2 findings "
            "under the key 3b1e6285; patterns uk, of which uk.phone knew a value.\n"));
  CHECK(Has(text, "- Names, handles, addresses in words"));
  CHECK(Has(text, "- Values that no pattern knows: lines 2, 5.\n"));
  CHECK(Has(text, "- 1 finding kept under other keys: 99887766."));
  CHECK(Has(text, "the store was made with other ones"));
}

TEST_CASE("an answer about a person's data for programs is one JSON document",
          "[report][search_report]") {
  const std::string out = ReportOf(*MakeSearchReportJson(), SampleSummary());
  const ParsedJson tree = ParseTree(out);
  const ParsedJson& hit = tree["hits"][size_t{0}];
  CHECK(hit["lines"][size_t{1}].text == "3");
  CHECK(hit["post"]["url"].text == "https://twitter.com/AmbridgeBC/status/1");
  CHECK(tree["hits"].elements.size() == 2);
  const ParsedJson& summary = tree["summary"];
  CHECK(summary["hits"].text == "2");
  CHECK(summary["searched"]["posts"].text == "2");
  CHECK(summary["not_searched"]["unknown_lines"][size_t{0}].text == "2");
  CHECK(summary["not_searched"]["other_keys"][size_t{0}].text == "99887766");
  CHECK(summary["not_searched"]["other_patterns"].text == "true");
}

}  // namespace gatepost
