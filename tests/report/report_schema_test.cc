#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "report/json_schema.h"
#include "report/parsed_json.h"
#include "report/report.h"
#include "report/sample_run.h"

using namespace gatepost;

namespace {

const ParsedJson& Schema() {
  static const ParsedJson schema = [] {
    std::ifstream file(GATEPOST_SOURCE_DIR "/docs/report.schema.json", std::ios::binary);
    return ParseTree(std::string(std::istreambuf_iterator<char>(file), {}));
  }();
  return schema;
}

// A run with everything in it that a line can have.
std::string FullRun(ReportOptions options) {
  Post post = PostOf("NHS number 999 000 0018, ring 07700 900123");
  post.id = "17";
  post.fields.push_back({FieldKind::kAltText, 0, "07700 900123", nullptr});
  Finding phone = PhoneFinding(post);
  phone.places.push_back(PlaceOf(post, 1, kPhone));
  phone.fingerprint = kFingerprint;
  phone.earlier = EarlierPlaces();
  phone.retired_fingerprints = {kRetiredFingerprint};
  Verdict verdict = VerdictOf({NhsFinding(post), phone});
  verdict.is_complete = false;
  verdict.is_report_only = true;
  verdict.action = Action::kPass;
  verdict.problems = {Unread("nul_byte", "a NUL byte.", {"posts.jsonl", 17, 3})};
  verdict.combinations = {{"pair", Action::kBlock, "Leave one out.", "pâr", EarlierPlaces()}};
  verdict.suggestions = {{FieldIndex(0), "a"}, {FieldIndex(1), "b"}};

  const auto report = MakeJsonlReport(options);
  const Problem problem = Unread("input_unreadable", "cannot be opened.", {"b.jsonl", 0, 0});
  RunTotals totals;
  totals.Add(post, verdict, SamplePatterns());
  totals.Add(PostOf(""), {}, SamplePatterns());
  totals.AddProblem(problem);
  std::string out;
  ReportContext context = SampleContextWithKey();
  context.language = Language::kWelsh;
  report->Begin(context, out);
  AddPost(*report, post, {"posts.jsonl:17"}, verdict, out);
  AddPost(*report, PostOf(""), {"posts.jsonl:18"}, {}, out);
  report->AddProblem(problem, out);
  report->Finish(totals, out);
  return out;
}

std::vector<std::string> LinesOf(std::string text) {
  std::vector<std::string> lines;
  for (size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
    lines.push_back(text.substr(0, end));
    text.erase(0, end + 1);
  }
  return lines;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("Every line of a report is as the published schema says", "[report][report_schema]") {
  const bool shows_values = GENERATE(false, true);
  const auto lines = LinesOf(FullRun({.shows_values = shows_values}));
  REQUIRE(lines.size() == 5);
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(BreachesOf(Schema(), ParseTree(line)) == std::vector<std::string>{});
  }
}

TEST_CASE("Every member that the schema names is written somewhere", "[report][report_schema]") {
  const std::string run = FullRun({.shows_values = true});
  for (const auto& [name, definition] : Schema()["$defs"].members) {
    if (!definition.Has("properties")) continue;
    for (const auto& [member, rule] : definition["properties"].members) {
      CAPTURE(name, member);
      // One verdict word alone may stand in a run of one kind of post.
      if (name == "summary" && member == "verdicts") continue;
      CHECK(run.find("\"" + member + "\":") != run.npos);
    }
  }
}

TEST_CASE("The schema refuses lines that are not as it says", "[report][report_schema]") {
  const auto lines = LinesOf(FullRun({}));
  const std::string& start = lines[0];
  const std::string& post = lines[1];
  const std::string broken = GENERATE_COPY(values<std::string>({
      "[]",
      "{\"type\":\"finding\"}",
      Replaced(start, "\"schema\":1", "\"schema\":2"),
      Replaced(start, "\"hash\":\"3f", "\"hash\":\"XY"),
      Replaced(start, "\"key_id\":\"3b", "\"key_id\":\"3B"),
      Replaced(post, "\"complete\":false,", ""),
      Replaced(post, "\"fingerprint\":\"hs1:", "\"fingerprint\":\""),
      Replaced(post, "91557\"]", "9155\"]"),
      Replaced(post, "\"complete\":false", "\"complete\":\"no\""),
      Replaced(post, "\"verdict\":\"incomplete\"", "\"verdict\":\"fail\""),
      Replaced(post, "\"score\":95", "\"score\":9.5"),
      Replaced(post, "\"words\":\"in hospital\",", ""),
      Replaced(post, "\"line\":1", "\"line\":0"),
      Replaced(post, "\"bytes\":[11,23]", "\"bytes\":[11]"),
      Replaced(post, "\"points\":35", "\"points\":35,\"note\":1"),
      Replaced(post, "\"field\":\"text\"", "\"field\":\"body\""),
  }));
  CAPTURE(broken);
  CHECK_FALSE(BreachesOf(Schema(), ParseTree(broken)).empty());
}
