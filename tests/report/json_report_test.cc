#include <string>

#include "catch.h"
#include "report/parsed_json.h"
#include "report/report.h"
#include "report/sample_run.h"

using namespace gatepost;

TEST_CASE("A run is one object with all posts, problems and the summary", "[report][json_report]") {
  const auto report = MakeJsonReport({});
  const Post first = PostOf("ring 07700 900123");
  const Post second = PostOf("fine");
  const Verdict verdict = VerdictOf({PhoneFinding(first)});
  const Problem problem = Unread("input_unreadable", "cannot be opened.", {"b.jsonl", 0, 0});
  RunTotals totals;
  totals.Add(first, verdict, SamplePatterns());
  totals.Add(second, {}, SamplePatterns());
  totals.AddProblem(problem);

  std::string out;
  report->Begin(SampleContext(), out);
  AddPost(*report, first, {"a.txt"}, verdict, out);
  report->AddProblem(problem, out);
  AddPost(*report, second, {"c.txt"}, {}, out);
  report->Finish(totals, out);

  CHECK(out.ends_with("}\n"));
  const ParsedJson run = ParseTree(out);
  CHECK(run["schema"].text == "1");
  CHECK(run["patterns"]["name"].text == "uk");
  CHECK(run["policy"].text == "default");
  REQUIRE(run["posts"].elements.size() == 2);
  CHECK(run["posts"][0]["source"].text == "a.txt");
  CHECK(run["posts"][0]["findings"][0]["pattern"].text == "uk.phone");
  CHECK(run["posts"][1]["verdict"].text == "pass");
  REQUIRE(run["problems"].elements.size() == 1);
  CHECK(run["problems"][0]["file"].text == "b.jsonl");
  CHECK(run["summary"]["posts"].text == "2");
  CHECK(run["summary"]["complete"].text == "false");
}

TEST_CASE("A run without posts is an object all the same", "[report][json_report]") {
  const auto report = MakeJsonReport({});
  std::string out;
  report->Begin(SampleContext(), out);
  report->Finish({}, out);
  const ParsedJson run = ParseTree(out);
  CHECK(run["posts"].elements.empty());
  CHECK(run["problems"].elements.empty());
  CHECK(run["summary"]["posts"].text == "0");
}

TEST_CASE("What was written may be written away and cleared at any time", "[report][json_report]") {
  const Post post = PostOf("fine");
  const auto report = MakeJsonReport({});
  std::string out;
  std::string written;
  const auto write_away = [&] {
    written += out;
    out.clear();
  };
  report->Begin(SampleContext(), out);
  write_away();
  for (int i = 0; i < 3; ++i) {
    AddPost(*report, post, {"a"}, {}, out);
    write_away();
  }
  report->Finish({}, out);
  write_away();
  CHECK(ParseTree(written)["posts"].elements.size() == 3);
}

TEST_CASE("With a key the run names its id, and findings have fingerprints",
          "[report][json_report]") {
  const Post post = PostOf("ring 07700 900123");
  Finding phone = PhoneFinding(post);
  phone.fingerprint = kFingerprint;
  const ParsedJson run = ParseTree(
      ReportOf(*MakeJsonReport({}), post, {"a.txt"}, VerdictOf({phone}), SampleContextWithKey()));
  CHECK(run["key_id"].text == kKeyId);
  const ParsedJson& finding = run["posts"][0]["findings"][0];
  CHECK(finding["fingerprint"].text == kFingerprint);
  CHECK_FALSE(finding.Has("retired_fingerprints"));
}

TEST_CASE("Without a key nothing speaks of keys or fingerprints", "[report][json_report]") {
  const Post post = PostOf("ring 07700 900123");
  const std::string run =
      ReportOf(*MakeJsonReport({}), post, {"a.txt"}, VerdictOf({PhoneFinding(post)}));
  CHECK(run.find("key_id") == run.npos);
  CHECK(run.find("fingerprint") == run.npos);
}
