#include <string>

#include "catch.h"
#include "report/parsed_json.h"
#include "report/report.h"
#include "report/sample_run.h"

using namespace gatepost;

namespace {

constexpr std::string_view kDraft = "Pat\u2019s NHS number\n999 000 0018, ring 07700 900123";

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    REQUIRE(end != text.npos);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> Report(const Post& post, const Verdict& verdict,
                                ReportOptions options = {}) {
  return LinesOf(ReportOf(*MakeJsonlReport(options), post, {"posts.jsonl:17"}, verdict));
}

}  // namespace

TEST_CASE("A run is a start, a line a post and a summary", "[report][jsonl_report]") {
  Post post = PostOf(kDraft);
  post.id = "17";
  Verdict verdict = VerdictOf({NhsFinding(post)});
  verdict.suggestions = {{FieldIndex(0), "safe"}};
  const auto lines = Report(post, verdict);
  REQUIRE(lines.size() == 3);
  const std::string_view begin = R"({"type":"start","schema":1,"gatepost":")";
  const std::string end = R"(","patterns":{"name":"uk","hash":"3f2a91c0)" + std::string(56, '0') +
                          R"("},"policy":"default"})";
  REQUIRE(lines[0].starts_with(begin));
  REQUIRE(lines[0].ends_with(end));
  const std::string version =
      lines[0].substr(begin.size(), lines[0].size() - begin.size() - end.size());
  CHECK_FALSE(version.empty());
  CHECK(version.find_first_not_of("0123456789.") == version.npos);
  CHECK(
      lines[1] ==
      R"({"type":"post","id":"17","source":"posts.jsonl:17","verdict":"block","action":"block",)"
      R"("complete":true,"findings":[{"pattern":"uk.nhs_number","category":"health",)"
      R"("severity":"critical","field":"text","nth":0,"span":{"bytes":[19,31],)"
      R"("codepoints":[17,29],)"
      R"("utf16":[17,29]},"line":2,"column":1,"score":95,"band":"strong","masked":"*** *** **18",)"
      R"("reasons":[{"kind":"base","points":35,"variant":"grouped"},)"
      R"({"kind":"check_digit","points":20},)"
      R"({"kind":"context","points":40,"words":"nhs number"}],"labels":["placeholder"],)"
      R"("advice":"Remove the NHS number; ask for it by direct message or phone.",)"
      R"("action":"block"}],)"
      R"("combinations":[],"problems":[],"suggestion":"safe"})");
  CHECK(lines[2] == R"({"type":"summary","posts":1,"bytes":50,"verdicts":{"block":1},)"
                    R"("findings":{"uk.nhs_number":1},"problems":0,"complete":true})");
}

TEST_CASE("A post's own source stands before where it was read", "[report][jsonl_report]") {
  Post post = PostOf("");
  post.source = "mastodon";
  const ParsedJson line = ParseTree(Report(post, {})[1]);
  CHECK(line["source"].text == "mastodon");
  CHECK_FALSE(line.Has("id"));
}

TEST_CASE("A report-only verdict says what it would be", "[report][jsonl_report]") {
  const Post post = PostOf(kDraft);
  Verdict verdict = VerdictOf({NhsFinding(post)});
  verdict.is_report_only = true;
  verdict.action = Action::kPass;
  const ParsedJson line = ParseTree(Report(post, verdict)[1]);
  CHECK(line["verdict"].text == "pass");
  CHECK(line["action"].text == "pass");
  CHECK(line["would_be"].text == "block");
}

TEST_CASE("Values are written on request only", "[report][jsonl_report]") {
  const Post post = PostOf(kDraft);
  const Verdict verdict = VerdictOf({NhsFinding(post), PhoneFinding(post)});
  const std::string masked = ReportOf(*MakeJsonlReport({}), post, {"a"}, verdict);
  CHECK(masked.find("0018") == masked.npos);
  CHECK(masked.find("07700") == masked.npos);
  CHECK(masked.find("\"value\":") == masked.npos);
  const ParsedJson shown = ParseTree(Report(post, verdict, {.shows_values = true})[1]);
  CHECK(shown["findings"][0]["value"].text == kNhsNumber);
  CHECK(shown["findings"][1]["value"].text == kPhone);
  CHECK(shown["findings"][1]["masked"].text == "***** ***123");
}

TEST_CASE("A finding in several places lists them all", "[report][jsonl_report]") {
  Post post = PostOf(kDraft);
  post.fields.push_back({FieldKind::kAltText, 0, "", nullptr});
  post.fields.push_back({FieldKind::kAltText, 1, "or 07700 900123", nullptr});
  Finding finding = PhoneFinding(post);
  CHECK_FALSE(ParseTree(Report(post, VerdictOf({finding}))[1])["findings"][0].Has("places"));
  finding.places.push_back(PlaceOf(post, 2, kPhone));
  const ParsedJson line = ParseTree(Report(post, VerdictOf({finding}))[1]);
  const ParsedJson& places = line["findings"][0]["places"];
  REQUIRE(places.elements.size() == 2);
  CHECK(places[0]["field"].text == "text");
  CHECK(places[0]["column"].text == "20");
  CHECK(places[1]["field"].text == "alt_text");
  CHECK(places[1]["nth"].text == "1");
  CHECK(places[1]["span"]["bytes"][0].text == "3");
}

TEST_CASE("Reasons name their detail by what it is", "[report][jsonl_report]") {
  const Post post = PostOf(kDraft);
  Finding finding = PhoneFinding(post);
  finding.reasons = {{Reason::Kind::kBase, 40, ""},
                     {Reason::Kind::kAgainst, -30, "order"},
                     {Reason::Kind::kCompanion, 20, "uk.nino"},
                     {Reason::Kind::kValue, 10, "mobile"},
                     {Reason::Kind::kInsideLongerRun, -25, ""},
                     {Reason::Kind::kOverride, 5, ""}};
  const std::string line = Report(post, VerdictOf({finding}))[1];
  CHECK_THAT(line,
             ContainsSubstring(
                 R"("reasons":[{"kind":"base","points":40},{"kind":"against","points":-30,)"
                 R"("words":"order"},{"kind":"companion","points":20,"pattern":"uk.nino"},)"
                 R"({"kind":"value","points":10,"label":"mobile"},)"
                 R"({"kind":"inside_longer_run","points":-25},{"kind":"override","points":5}])"));
}

TEST_CASE("Problems and combinations of a post come with it", "[report][jsonl_report]") {
  Verdict verdict;
  verdict.is_complete = false;
  verdict.problems = {Unread("bad_json", "the line is not valid JSON.", {"posts.jsonl", 17, 31}),
                      {ProblemKind::kNote, "raw_control", "kept.", {}}};
  verdict.combinations = {{"a \"pair\"", Action::kReview, "Leave one out.", "a \"pair\""}};
  const auto lines = Report(PostOf(""), verdict);
  CHECK_THAT(
      lines[1],
      ContainsSubstring(
          R"("verdict":"incomplete","action":"pass","complete":false,"findings":[],)"
          R"("combinations":[{"name":"a \"pair\"","action":"review","advice":"Leave one out."}],)"
          R"("problems":[{"kind":"unread","code":"bad_json",)"
          R"("message":"the line is not valid JSON.",)"
          R"("file":"posts.jsonl","line":17,"column":31},)"
          R"({"kind":"note","code":"raw_control","message":"kept."}])"));
  CHECK_THAT(lines[2], ContainsSubstring(R"("problems":1,"complete":false)"));
}

TEST_CASE("A combination has its name in the language asked for", "[report][jsonl_report]") {
  Verdict verdict;
  verdict.combinations = {{"a pair", Action::kReview, "Gadewch un allan.", "pâr"}};
  CHECK_THAT(Report(PostOf(""), verdict)[1],
             ContainsSubstring(R"("combinations":[{"name":"a pair","heading":"pâr",)"
                               R"("action":"review","advice":"Gadewch un allan."}])"));
}

TEST_CASE("An input that could not be read is a line of its own", "[report][jsonl_report]") {
  const auto report = MakeJsonlReport({});
  std::string out;
  report->AddProblem(Unread("input_unreadable", "cannot be opened.", {"a.jsonl", 0, 0}), out);
  CHECK(out ==
        "{\"type\":\"problem\",\"kind\":\"unread\",\"code\":\"input_unreadable\","
        "\"message\":\"cannot be opened.\",\"file\":\"a.jsonl\"}\n");
}

TEST_CASE("The first text made safe is the suggestion, other fields are listed",
          "[report][jsonl_report]") {
  Post post = PostOf(kDraft);
  post.fields.push_back({FieldKind::kText, 1, kDraft, nullptr});
  post.fields.push_back({FieldKind::kAltText, 0, kDraft, nullptr});
  Verdict verdict = VerdictOf({NhsFinding(post)});
  verdict.suggestions = {{FieldIndex(0), "a"}, {FieldIndex(1), "b"}, {FieldIndex(2), "c"}};
  CHECK(Report(post, verdict)[1].ends_with(
      R"("suggestion":"a","suggestions":[{"field":"text","nth":1,"text":"b"},)"
      R"({"field":"alt_text","nth":0,"text":"c"}]})"));
  verdict.suggestions = {{FieldIndex(2), "c"}};
  CHECK(Report(post, verdict)[1].ends_with(
      R"("problems":[],"suggestions":[{"field":"alt_text","nth":0,"text":"c"}]})"));
}

TEST_CASE("With a key the start names its id, and findings have fingerprints",
          "[report][jsonl_report]") {
  const Post post = PostOf(kDraft);
  Finding nhs = NhsFinding(post);
  nhs.fingerprint = kFingerprint;
  const auto write = [&] {
    return LinesOf(
        ReportOf(*MakeJsonlReport({}), post, {"a.txt"}, VerdictOf({nhs}), SampleContextWithKey()));
  };
  CHECK(write()[0].ends_with(R"("policy":"default","key_id":"3b1e6285"})"));
  const std::string fingerprint =
      R"("masked":"*** *** **18","fingerprint":"hs1:3b1e6285:4ba6a8c51d8f39f286d245f2114b21a5",)";
  CHECK_THAT(write()[1], ContainsSubstring(fingerprint + R"("reasons")"));
  nhs.retired_fingerprints = {kRetiredFingerprint, kFingerprint};
  CHECK_THAT(write()[1],
             ContainsSubstring(
                 fingerprint +
                 R"("retired_fingerprints":["hs1:10714dac:470ac02fb650c38ecb3e33ea24a91557",)"
                 R"("hs1:3b1e6285:4ba6a8c51d8f39f286d245f2114b21a5"],"reasons")"));
}
