// What a policy changes in verdicts, through the whole scanner.

#include <chrono>
#include <string>

#include "scan/scan_text.h"

namespace gatepost {
namespace {

using std::chrono::August;
using std::chrono::day;
using std::chrono::sys_days;

Pattern Number(const std::string& more = "") {
  return SamplePattern("t.number",
                       "edges = \"number\"\ncanonical = \"digits\"\nreplacement = \"[number]\"\n" +
                           more + "[[variant]]\nregex = '''\\d{3}[ -]?\\d{3}'''\nbase = 80");
}

Pattern Area() {
  return SamplePattern("t.area",
                       "replacement = \"[area]\"\n[[variant]]\nregex = '''zz\\d'''\nbase = 20");
}

TEST_CASE("thresholds of the category decide, and of the pattern before them", "[scan][policy]") {
  const std::string strict = "[category.sample]\nreview = 81\nblock = 99\n";
  CHECK(SampleScanner({Number()}).Scan("123456").action == Action::kBlock);
  CHECK(SampleScanner({Number()}, strict).Scan("123456").action == Action::kPass);
  CHECK(SampleScanner({Number()}, strict + "[override.\"t.number\"]\nreview = 10\nblock = 90\n")
            .Scan("123456")
            .action == Action::kReview);
}

TEST_CASE("an override can add points, replace the advice and switch a pattern off",
          "[scan][policy]") {
  const Verdict lower =
      SampleScanner({Number()}, "[override.\"t.number\"]\npoints = -30\nadvice = \"Ask first.\"\n")
          .Scan("123456");
  CHECK(lower.findings[0].score == 50);
  CHECK(lower.findings[0].reasons.back().kind == Reason::Kind::kOverride);
  CHECK(lower.findings[0].advice == "Ask first.");
  CHECK(SampleScanner({Number()}, "[override.\"t.number\"]\nenabled = false\n")
            .Scan("123456")
            .findings.empty());
}

TEST_CASE("in Welsh the policy's advice comes before the pattern's, and Welsh before English",
          "[scan][policy]") {
  const Pattern number = Number("cy = { name = \"rhif\", advice = \"Tynnwch ef.\" }\n");
  const auto advice = [&](const std::string& change) {
    const std::string policy = change.empty() ? "" : "[override.\"t.number\"]\n" + change + "\n";
    SampleScanner scanner({number}, policy, {.language = Language::kWelsh});
    return scanner.Scan("123456").findings[0].advice;
  };
  CHECK(advice("") == "Tynnwch ef.");
  CHECK(advice("advice = \"Ask first.\"") == "Ask first.");
  CHECK(advice("advice = \"Ask first.\"\ncy.advice = \"Gofynnwch yn gyntaf.\"") ==
        "Gofynnwch yn gyntaf.");
  CHECK(advice("cy.advice = \"Gofynnwch yn gyntaf.\"") == "Gofynnwch yn gyntaf.");
  CHECK(SampleScanner({number}, "[override.\"t.number\"]\ncy.advice = \"Gofynnwch.\"\n")
            .Scan("123456")
            .findings[0]
            .advice == "Remove it.");
}

TEST_CASE("a suggestion and a combination speak the language of the scan", "[scan][policy]") {
  const std::string policy =
      "[[combination]]\nname = \"two\"\nall = [{ pattern = \"t.number\" }, { pattern = \"t.area\" "
      "}]\naction = \"block\"\nadvice = \"Leave one out.\"\n";
  const std::string in_welsh = "cy = { name = \"dau\", advice = \"Gadewch un allan.\" }\n";
  const Pattern number = Number("cy = { name = \"rhif\" }\n");
  const ScanOptions welsh{.language = Language::kWelsh};
  const Verdict verdict =
      SampleScanner({number, Area()}, policy + in_welsh, welsh).Scan("123456 zz1");
  REQUIRE(verdict.combinations.size() == 1);
  CHECK(verdict.combinations[0].name == "two");
  CHECK(verdict.combinations[0].heading == "dau");
  CHECK(verdict.combinations[0].advice == "Gadewch un allan.");
  REQUIRE(verdict.suggestions.size() == 1);
  CHECK(verdict.suggestions[0].text == "[rhif] [area]");

  const Verdict english = SampleScanner({number, Area()}, policy, welsh).Scan("123456 zz1");
  CHECK(english.combinations[0].heading == "two");
  CHECK(english.combinations[0].advice == "Leave one out.");
}

TEST_CASE("a channel has rules of its own, by the post or by the run", "[scan][policy]") {
  const std::string policy = "[channel.quiet]\nmode = \"report-only\"\n";
  SampleScanner scanner({Number()}, policy);
  const std::string text = "123456";
  Post post = SampleScanner::PostOf(text);
  CHECK(scanner.Scan(post).word() == "block");
  post.channel = "quiet";
  const Verdict quiet = scanner.Scan(post);
  CHECK(quiet.word() == "pass");
  CHECK(quiet.would_be == Action::kBlock);
  CHECK(quiet.is_report_only);
  CHECK_FALSE(quiet.suggestions.empty());
  SampleScanner by_run({Number()}, policy, {.channel = "quiet"});
  CHECK(by_run.Scan(text).word() == "pass");
}

TEST_CASE("an official contact is found in any writing, labelled, and never acted on",
          "[scan][policy]") {
  const std::string policy =
      "[[official_contact]]\npattern = \"t.number\"\nvalue = \"123 456\"\n"
      "reason = \"switchboard\"\nowner = \"comms\"\nexpires = 2026-08-10\n";
  const auto on = [&](sys_days when) { return SampleScanner({Number()}, policy, {.as_of = when}); };
  for (const char* text : {"123456", "123-456", "123 456"}) {
    CAPTURE(text);
    const Verdict verdict = on(sys_days(August / day(10) / 2026)).Scan(text);
    REQUIRE(verdict.findings.size() == 1);
    CHECK(verdict.action == Action::kPass);
    CHECK(HasLabel(verdict.findings[0], kOfficialLabel));
  }
  const std::string dashed =
      "[[official_contact]]\npattern = \"t.number\"\nvalue = \"123\u2011456\"\n"
      "reason = \"switchboard\"\nowner = \"comms\"\n";
  CHECK(SampleScanner({Number()}, dashed).Scan("123456").action == Action::kPass);
  CHECK(on(sys_days(August / day(10) / 2026)).Scan("123457").action == Action::kBlock);
  CHECK(on(sys_days(August / day(11) / 2026)).Scan("123456").action == Action::kBlock);
}

TEST_CASE("parts that pass alone are held together, and the suggestion takes both",
          "[scan][policy]") {
  const std::string policy =
      "[category.sample]\nreview = 100\nblock = 200\n"
      "[[combination]]\nname = \"area with number\"\nall = [{pattern = \"t.area\"}, {pattern = "
      "\"t.number\"}]\naction = \"review\"\nadvice = \"Leave one out.\"\n"
      "[[combination]]\nname = \"area with illness\"\nall = [{pattern = \"t.area\"}, {words = "
      "[\"hospital\"]}]\naction = \"block\"\nadvice = \"Leave the area out.\"\n";
  SampleScanner scanner({Number(), Area()}, policy);
  CHECK(scanner.Scan("zz1").action == Action::kPass);
  CHECK(scanner.Scan("123456").action == Action::kPass);
  const Verdict both = scanner.Scan("zz1 and 123456");
  CHECK(both.action == Action::kReview);
  REQUIRE(both.combinations.size() == 1);
  CHECK(both.combinations[0].name == "area with number");
  REQUIRE(both.suggestions.size() == 1);
  CHECK(both.suggestions[0].text == "[area] and [number]");
  CHECK(scanner.Scan("zz1, in hospital").action == Action::kBlock);
  CHECK(scanner.Scan("in hospital").action == Action::kPass);
}

TEST_CASE("one finding does not meet two parts of a combination", "[scan][policy]") {
  const std::string policy =
      "[category.sample]\nreview = 100\nblock = 200\n"
      "[[combination]]\nname = \"two\"\nall = [{category = \"sample\"}, {category = \"sample\"}]\n"
      "action = \"review\"\nadvice = \"One is enough.\"\n";
  SampleScanner scanner({Number()}, policy);
  CHECK(scanner.Scan("123456").action == Action::kPass);
  CHECK(scanner.Scan("123456, 654321").action == Action::kReview);
}

TEST_CASE("a combination is met however many other findings stand before it", "[scan][policy]") {
  const std::string policy =
      "[category.sample]\nreview = 100\nblock = 200\n"
      "[[combination]]\nname = \"area with number\"\nall = [{pattern = \"t.number\"}, {pattern = "
      "\"t.area\"}]\naction = \"block\"\nadvice = \"Leave one out.\"\n";
  std::string text;
  for (int i = 0; i < 500; ++i) text += "zz1, ";
  SampleScanner scanner({Number(), Area()}, policy);
  CHECK(scanner.Scan(text).action == Action::kPass);
  CHECK(scanner.Scan(text + "123456").action == Action::kBlock);
}

TEST_CASE("a combination of many parts that cannot be met costs no time", "[scan][policy]") {
  std::string policy =
      "[category.sample]\nreview = 100\nblock = 200\n"
      "[[combination]]\nname = \"many\"\naction = \"block\"\nadvice = \"Leave one out.\"\nall = [";
  for (int i = 0; i < 7; ++i) policy += "{pattern = \"t.number\"}, ";
  policy += "{pattern = \"t.area\"}]\n";
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "123456, ";
  SampleScanner scanner({Number(), Area()}, policy);
  CHECK(scanner.Scan(text).action == Action::kPass);
  CHECK(scanner.Scan(text + "zz1").action == Action::kBlock);
}

TEST_CASE("parts are given findings so that all can be met", "[scan][policy]") {
  // The first part could take the only finding that the second one can use.
  const std::string policy =
      "[category.sample]\nreview = 100\nblock = 200\n"
      "[[combination]]\nname = \"both\"\nall = [{category = \"sample\"}, {pattern = \"t.area\"}]\n"
      "action = \"block\"\nadvice = \"Leave one out.\"\n";
  SampleScanner scanner({Number(), Area()}, policy);
  CHECK(scanner.Scan("zz1 and 123456").action == Action::kBlock);
  CHECK(scanner.Scan("zz1").action == Action::kPass);
}

TEST_CASE("placeholders count unless the policy says otherwise", "[scan][policy]") {
  Pattern pattern = Number();
  pattern.values.push_back({.label = "placeholder", .regex = *Regex::Parse("000\\d{3}")});
  CHECK(SampleScanner({pattern}).Scan("000123").action == Action::kBlock);
  SampleScanner lenient({pattern}, "placeholders_count = false\n");
  const Verdict verdict = lenient.Scan("000123");
  CHECK(verdict.action == Action::kPass);
  CHECK(HasLabel(verdict.findings[0], kPlaceholderLabel));
  CHECK(lenient.Scan("100123").action == Action::kBlock);
}

TEST_CASE("of overlapping findings one is shown: the gravest, most specific, longest",
          "[scan][overlap]") {
  const Pattern harmless = SamplePattern(
      "t.weak", "specificity = 9\nedges = \"none\"\n[[variant]]\nregex = '''345'''\nbase = 1");
  const Verdict gravest = SampleScanner({Number(), harmless}).Scan("123456");
  REQUIRE(gravest.findings.size() == 1);
  CHECK(gravest.findings[0].pattern == PatternIndex(0));
  const Pattern shorter = SamplePattern(
      "t.short", "specificity = 9\nedges = \"none\"\n[[variant]]\nregex = '''345'''\nbase = 99");
  const Pattern longer =
      SamplePattern("t.long", "edges = \"none\"\n[[variant]]\nregex = '''23456'''\nbase = 99");
  const Verdict verdict = SampleScanner({Number(), shorter, longer}).Scan("123456");
  REQUIRE(verdict.findings.size() == 1);
  CHECK(verdict.findings[0].pattern == PatternIndex(1));
  CHECK(verdict.action == Action::kBlock);
  const Verdict two = SampleScanner({Number(), longer}).Scan("123456");
  REQUIRE(two.findings.size() == 1);
  CHECK(two.findings[0].pattern == PatternIndex(0));
}

TEST_CASE("what a hidden finding holds beyond the shown one is covered", "[scan][overlap]") {
  const Pattern wide =
      SamplePattern("t.wide", "edges = \"none\"\n[[variant]]\nregex = '''ab12'''\nbase = 99");
  const Pattern winner = SamplePattern(
      "t.winner", "specificity = 9\nedges = \"none\"\n[[variant]]\nregex = '''12cd'''\nbase = 99");
  const Verdict verdict = SampleScanner({wide, winner}).Scan("x ab12cd y");
  REQUIRE(verdict.findings.size() == 1);
  CHECK(verdict.findings[0].places[0].span == Span{4, 8});
  REQUIRE(verdict.covered.size() == 1);
  CHECK(verdict.covered[0].span == Span{2, 4});
  CHECK(SampleScanner({wide}).Scan("x ab12cd y").covered.empty());
  REQUIRE(verdict.suggestions.size() == 1);
  CHECK(verdict.suggestions[0].text == "x [Sample] y");
}

TEST_CASE("a validated look-alike rules out what it excludes, an unvalidated one does not",
          "[scan][overlap]") {
  const std::string body =
      "excludes = [\"t.number\"]\nedges = \"number\"\ncanonical = \"digits\"\n";
  const Pattern validated = SamplePattern(
      "t.valid", body + "validate = \"luhn\"\n[[variant]]\nregex = '''\\d{6}'''\nbase = 40");
  const Pattern plain =
      SamplePattern("t.plain", body + "[[variant]]\nregex = '''\\d{6}'''\nbase = 40");
  const std::string passes_luhn = "123455";
  CHECK(SampleScanner({Number(), validated}).Scan(passes_luhn).action == Action::kReview);
  CHECK(SampleScanner({Number(), plain}).Scan(passes_luhn).action == Action::kBlock);
}

}  // namespace
}  // namespace gatepost
