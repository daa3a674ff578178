#include <string>

#include "catch.h"
#include "report/report.h"
#include "report/sample_run.h"

using namespace gatepost;

namespace {

constexpr std::string_view kDraft =
    "Hello,\nThanks Pat, your NHS number 999 000 0018 is on it, ring 07700 900123\nBye";

std::string TextOf(const Post& post, const Verdict& verdict, ReportOptions options = {}) {
  return ReportOf(*MakeTextReport(options), post, {"standard input"}, verdict);
}

Verdict BlockOf(const Post& post) {
  Verdict verdict = VerdictOf({NhsFinding(post), PhoneFinding(post)});
  verdict.suggestions = {
      {FieldIndex(0),
       "Hello,\nThanks Pat, your NHS number [NHS number] is on it, ring [phone number]\nBye"}};
  return verdict;
}

// The report up to its summary.
std::string PostTextOf(const Post& post, const Verdict& verdict, ReportOptions options = {}) {
  const std::string text = TextOf(post, verdict, options);
  return text.substr(0, text.rfind("\n\n1 post") + 1);
}

}  // namespace

TEST_CASE("A blocked post shows each finding in its line, why, what to do and a safe text",
          "[report][text_report]") {
  const Post post = PostOf(kDraft);
  CHECK(TextOf(post, BlockOf(post)) ==
        R"(standard input: BLOCK
  2:29  NHS number · uk.nhs_number · strong (score 95) · block
        Thanks Pat, your NHS number *** *** **18 is on it, ring ***** ***123
                                    ^^^^^^^^^^^^
        why      base 35 (grouped), checks passed +20, near "nhs number" +40
        labels   placeholder
        advice   Remove the NHS number; ask for it by direct message or phone.
  2:57  Phone number · uk.phone · likely (score 50) · review
        Thanks Pat, your NHS number *** *** **18 is on it, ring ***** ***123
                                                                ^^^^^^^^^^^^
        why      base 40, mobile +10
        labels   placeholder, mobile
        advice   Ask for the number by direct message.
  Safe to post instead:
        Hello,
        Thanks Pat, your NHS number [NHS number] is on it, ring [phone number]
        Bye

1 post: 1 block · 2 findings · patterns uk 3f2a91c0 · policy default
)");
}

TEST_CASE("A post that passes is one line", "[report][text_report]") {
  CHECK(TextOf(PostOf("Roads are open again."), {}) ==
        "standard input: PASS\n"
        "\n"
        "1 post: 1 pass · 0 findings · patterns uk 3f2a91c0 · policy default\n");
}

TEST_CASE("A post that passes with findings says so in its one line", "[report][text_report]") {
  const Post post = PostOf(kDraft);
  Finding finding = PhoneFinding(post);
  finding.action = Action::kPass;
  CHECK(PostTextOf(post, VerdictOf({finding})) ==
        "standard input: PASS · 1 finding let through by the policy\n");
}

TEST_CASE("Values are shown on request only", "[report][text_report]") {
  const Post post = PostOf(kDraft);
  const Verdict verdict = BlockOf(post);
  const std::string masked = TextOf(post, verdict);
  CHECK(masked.find("999 000") == masked.npos);
  CHECK(masked.find("07700") == masked.npos);
  CHECK_THAT(
      TextOf(post, verdict, {.shows_values = true}),
      ContainsSubstring("Thanks Pat, your NHS number 999 000 0018 is on it, ring 07700 900123\n"));
}

TEST_CASE("What a hidden finding holds beyond the shown one is masked too",
          "[report][text_report]") {
  const Post post = PostOf("it is ZZ 999 000 0018 here");
  Verdict verdict = VerdictOf({NhsFinding(post)});
  verdict.covered.push_back(PlaceOf(post, 0, "ZZ "));
  const std::string text = TextOf(post, verdict);
  CHECK_THAT(text, ContainsSubstring("it is ****** *** **18 here"));
  CHECK_THAT(text, !ContainsSubstring("ZZ"));
}

TEST_CASE("The id and the field of a finding are named", "[report][text_report]") {
  Post post = PostOf("See the picture.");
  post.id = "17";
  post.fields.push_back({FieldKind::kAltText, 0, "A chart", nullptr});
  post.fields.push_back({FieldKind::kAltText, 1, "A letter with 07700 900123", nullptr});
  Finding finding = PhoneFinding(post, 2);
  finding.labels.clear();
  Verdict verdict = VerdictOf({finding});
  verdict.suggestions = {{FieldIndex(2), "A letter with [phone number]"}};
  CHECK(PostTextOf(post, verdict) ==
        R"(standard input (id 17): REVIEW
  alt_text 2, 1:15  Phone number · uk.phone · likely (score 50) · review
        A letter with ***** ***123
                      ^^^^^^^^^^^^
        why      base 40, mobile +10
        advice   Ask for the number by direct message.
  Safe alt_text 2 instead:
        A letter with [phone number]
)");
}

TEST_CASE("A finding in several places names them all, and is masked in all",
          "[report][text_report]") {
  const Post post = PostOf("07700 900123 and\n07700 900123");
  Finding finding = PhoneFinding(post);
  finding.labels.clear();
  finding.places.push_back(PlaceOf(post, 0, kPhone, 1));
  CHECK(PostTextOf(post, VerdictOf({finding})) ==
        R"(standard input: REVIEW
  1:1   Phone number · uk.phone · likely (score 50) · review
        ***** ***123 and
        ^^^^^^^^^^^^
        also at  2:1
        why      base 40, mobile +10
        advice   Ask for the number by direct message.
)");
}

TEST_CASE("Every kind of reason is told in words", "[report][text_report]") {
  const Post post = PostOf("07700 900123");
  Finding finding = PhoneFinding(post);
  finding.reasons = {{Reason::Kind::kBase, 40, ""},
                     {Reason::Kind::kAgainst, -30, "order"},
                     {Reason::Kind::kCompanion, 20, "uk.nino"},
                     {Reason::Kind::kValue, 5, ""},
                     {Reason::Kind::kInsideLongerRun, -25, ""},
                     {Reason::Kind::kOverride, 10, ""}};
  CHECK_THAT(TextOf(post, VerdictOf({finding}), {.width = 140}),
             ContainsSubstring("why      base 40, but near \"order\" -30, beside uk.nino +20, "
                               "value +5, inside a longer run "
                               "of digits -25, policy +10\n"));
}

TEST_CASE("Long reasons and advice are wrapped under themselves", "[report][text_report]") {
  const Post post = PostOf("999 000 0018");
  const std::string text = TextOf(post, VerdictOf({NhsFinding(post)}), {.width = 60});
  CHECK_THAT(text, ContainsSubstring(R"(
        why      base 35 (grouped), checks passed +20, near
                 "nhs number" +40
        labels   placeholder
        advice   Remove the NHS number; ask for it by direct
                 message or phone.
)"));
}

TEST_CASE("An incomplete post says so, with its problems and what to do", "[report][text_report]") {
  Verdict verdict;
  verdict.is_complete = false;
  verdict.problems = {
      Unread("bad_json", "the line is not valid JSON. Check its commas.", {"posts.jsonl", 17, 31}),
      {ProblemKind::kNote, "raw_control", "control characters were kept.", {}}};
  const auto report = MakeTextReport({});
  std::string out;
  report->Begin(SampleContext(), out);
  AddPost(*report, PostOf(""), {"posts.jsonl:17"}, verdict, out);
  CHECK(out ==
        R"(posts.jsonl:17: INCOMPLETE
  Not all of this post could be looked at. Hold it until the problems named here
  are solved or somebody has read it.
  unread  posts.jsonl:17:31: the line is not valid JSON. Check its commas.
  note    control characters were kept.

)");
}

TEST_CASE("A problem's place is not repeated where the heading names it", "[report][text_report]") {
  Verdict verdict;
  verdict.is_complete = false;
  verdict.problems = {Unread("no_text", "the record has no text.", {"standard input", 0, 0})};
  CHECK_THAT(TextOf(PostOf(""), verdict),
             ContainsSubstring("\n  unread  the record has no text.\n"));
}

TEST_CASE("A blocked post that is incomplete is blocked, and says both", "[report][text_report]") {
  const Post post = PostOf(kDraft);
  Verdict verdict = BlockOf(post);
  verdict.is_complete = false;
  verdict.problems = {Unread("nul_byte", "a NUL byte stands in the text.", {"", 3, 1})};
  CHECK(TextOf(post, verdict)
            .starts_with("standard input: BLOCK\n  Not all of this post could be "
                         "looked at."));
  CHECK(TextOf(post, verdict)
            .ends_with(
                "1 post: 1 block · 2 findings · 1 problem · patterns uk 3f2a91c0 · policy default\n"
                "Not everything could be looked at; what was not is named above.\n"));
}

TEST_CASE("A report-only verdict says what it would be and shows why", "[report][text_report]") {
  const Post post = PostOf(kDraft);
  Verdict verdict = BlockOf(post);
  verdict.action = Action::kPass;
  verdict.is_report_only = true;
  const std::string text = TextOf(post, verdict);
  CHECK(text.starts_with(
      "standard input: PASS (report only: it would be BLOCK)\n  2:29  NHS number"));
  verdict = {};
  verdict.is_report_only = true;
  CHECK(PostTextOf(post, verdict) == "standard input: PASS\n");
}

TEST_CASE("Combinations are listed with their advice", "[report][text_report]") {
  const Post post = PostOf(kDraft);
  Verdict verdict;
  verdict.action = verdict.would_be = Action::kReview;
  verdict.combinations = {
      {"pair", Action::kReview, "Leave out one of the two.", "postcode with a phone number"}};
  CHECK(PostTextOf(post, verdict) ==
        R"(standard input: REVIEW
  together  postcode with a phone number · review
        advice   Leave out one of the two.
)");
}

TEST_CASE("What stands in earlier posts is told with them", "[report][text_report]") {
  Verdict verdict;
  verdict.action = verdict.would_be = Action::kReview;
  verdict.combinations = {{"pair", Action::kReview, "Leave one out.", "pair", EarlierPlaces()}};
  CHECK(PostTextOf(PostOf(kDraft), verdict) ==
        R"(standard input: REVIEW
  together  pair · review
        with     Phone number ***** ***123 · posts.jsonl:16 (id 16), alt_text,
                 1:6
        with     "in hospital" · posts.jsonl:16, 1:6
        advice   Leave one out.
)");
}

TEST_CASE("An input that could not be read is told by itself", "[report][text_report]") {
  const auto report = MakeTextReport({});
  std::string out;
  report->Begin(SampleContext(), out);
  const Problem problem = Unread("input_unreadable", "cannot be opened: No such file or directory.",
                                 {"posts.jsonl", 0, 0});
  report->AddProblem(problem, out);
  RunTotals totals;
  totals.AddProblem(problem);
  report->Finish(totals, out);
  CHECK(out ==
        R"(posts.jsonl: NOT READ
  cannot be opened: No such file or directory.

0 posts: nothing was looked at · 0 findings · 1 problem · patterns uk 3f2a91c0 · policy default
Not everything could be looked at; what was not is named above.
)");
}

TEST_CASE("Posts of several lines stand apart, one-line passes together", "[report][text_report]") {
  const Post post = PostOf("07700 900123");
  const auto report = MakeTextReport({});
  std::string out;
  report->Begin(SampleContext(), out);
  AddPost(*report, PostOf(""), {"a"}, {}, out);
  AddPost(*report, PostOf(""), {"b"}, {}, out);
  AddPost(*report, post, {"c"}, VerdictOf({PhoneFinding(post)}), out);
  AddPost(*report, PostOf(""), {"d"}, {}, out);
  CHECK(out.starts_with("a: PASS\nb: PASS\nc: REVIEW\n"));
  CHECK(out.ends_with("direct message.\n\nd: PASS\n"));
}

TEST_CASE("Verdicts are counted from the gravest to the least", "[report][text_report]") {
  const auto report = MakeTextReport({});
  std::string out;
  report->Begin(SampleContext(), out);
  RunTotals totals;
  totals.posts = 10;
  totals.verdicts = {{"pass", 4}, {"review", 3}, {"incomplete", 2}, {"block", 1}};
  totals.findings = {{"uk.phone", 1200}, {"uk.nhs_number", 34}};
  report->Finish(totals, out);
  CHECK(
      out ==
      "10 posts: 1 block, 2 incomplete, 3 review, 4 pass · 1234 findings · patterns uk 3f2a91c0 · "
      "policy default\n");
}

TEST_CASE("Colours only repeat what the words say", "[report][text_report]") {
  const Post post = PostOf(kDraft);
  Verdict verdict = BlockOf(post);
  verdict.is_complete = false;
  verdict.problems = {Unread("nul_byte", "a NUL byte.")};
  verdict.combinations = {{"pair", Action::kReview, "Leave one out.", "pair"}};
  std::string coloured = TextOf(post, verdict, {.uses_colour = true});
  CHECK_THAT(coloured, ContainsSubstring("\033[1;31mBLOCK\033[0m"));
  CHECK_THAT(coloured, ContainsSubstring("\033[1;33mreview\033[0m"));
  for (size_t at = coloured.find('\033'); at != coloured.npos; at = coloured.find('\033')) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  CHECK(coloured == TextOf(post, verdict));
}

TEST_CASE("Verdicts have their colours: red, yellow, green", "[report][text_report]") {
  const Post post = PostOf("07700 900123");
  const ReportOptions options{.uses_colour = true};
  CHECK_THAT(TextOf(post, {}, options), ContainsSubstring("\033[1;32mPASS\033[0m"));
  CHECK_THAT(TextOf(post, VerdictOf({PhoneFinding(post)}), options),
             ContainsSubstring("\033[1;33mREVIEW\033[0m"));
  Verdict incomplete;
  incomplete.is_complete = false;
  CHECK_THAT(TextOf(post, incomplete, options), ContainsSubstring("\033[1;33mINCOMPLETE\033[0m"));
}

TEST_CASE("Nothing of a post reaches the terminal as a control character",
          "[report][text_report]") {
  Post post = PostOf("\x1B[2J 07700 900123 \x9B\x07");
  post.id = "\x1B]0;title\x07";
  Verdict verdict = VerdictOf({PhoneFinding(post)});
  verdict.suggestions = {{FieldIndex(0), "\x1B[2J [phone number]\r\n\x07"}};
  const auto report = MakeTextReport({});
  std::string out;
  report->Begin(SampleContext(), out);
  out.clear();
  AddPost(*report, post, {"a\nb\x1B"}, verdict, out);
  for (const char c : out) {
    CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  }
  CHECK(out.starts_with("a↵b· (id ·]0;title·): REVIEW\n"));
}

TEST_CASE("With a key the summary names its id", "[report][text_report]") {
  const std::string report = ReportOf(*MakeTextReport({}), PostOf("Roads are open again."),
                                      {"a.txt"}, {}, SampleContextWithKey());
  CHECK(report.ends_with(" · patterns uk 3f2a91c0 · policy default · key 3b1e6285\n"));
}
