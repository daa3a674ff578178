#include "report/rescan_report.h"

#include <string>
#include <vector>

#include "catch.h"
#include "report/parsed_json.h"

namespace gatepost {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string ReportOf(RescanReport& report) {
  Post post;
  post.source = "x";
  post.account = "AmbridgeBC";
  post.id = "17";
  post.line = 3;
  const std::string input = "archive.zip";
  const std::string path = "data/tweets.js";
  std::string out;
  report.Begin(out);
  report.AddHit({post, input, path, 2}, {"name 1", "handle 1"}, out);
  report.AddHit({post, input, path, 4}, {"handle 1"}, out);
  RescanSummary summary;
  summary.labels = {"name 1", "handle 1"};
  summary.hits = 2;
  summary.walk.inputs = 1;
  summary.walk.posts = 10;
  summary.walk.has_unread = true;
  summary.walk.problems = {
      {0, path, "", {ProblemKind::kUnread, "file_damaged", "is damaged.", {"a.zip: b", 7, 0}}},
      {0, path, "", {ProblemKind::kNote, "media", "is a picture.", {}}}};
  report.End(summary, out);
  return out;
}

}  // namespace

TEST_CASE("a rescan lists posts by what they have, and says what was not searched",
          "[report][rescan_report]") {
  const std::string text = ReportOf(*MakeRescanReportText({false, 400}));
  CAPTURE(text);
  CHECK(Has(text,
            "name 1, handle 1\n  AmbridgeBC (x), no date, post 17\n"
            "  archive.zip: data/tweets.js:3, still public: not known\n"));
  CHECK(Has(text, "2 posts found.\n"));
  CHECK(Has(text, "Searched: 1 input, 10 posts, for name 1, handle 1: whole words"));
  CHECK(Has(text, "- a.zip: b:7: is damaged.\n"));
  CHECK_FALSE(Has(text, "picture.\n"));
}

TEST_CASE("a rescan for programs is one JSON document", "[report][rescan_report]") {
  const ParsedJson tree = ParseTree(ReportOf(*MakeRescanReportJson()));
  CHECK(tree["hits"].elements.size() == 2);
  CHECK(tree["hits"][size_t{0}]["terms"][size_t{1}].text == "handle 1");
  CHECK(tree["hits"][size_t{0}]["post"]["record"].text == "2");
  CHECK(tree["summary"]["complete"].text == "false");
  CHECK(tree["summary"]["unread"].elements.size() == 1);
}

}  // namespace gatepost
