#include "scan/redactor.h"

#include <string>
#include <vector>

#include "scan/scan_text.h"

namespace gatepost {
namespace {

constexpr const char* kPolicy = R"(
[category.sample]
review = 40
block = 70
[[combination]]
name = "area with code"
all = [{pattern = "t.area"}, {pattern = "t.code"}]
action = "block"
advice = "Leave one out."
[[combination]]
name = "area with illness"
all = [{pattern = "t.area"}, {words = ["in hospital", "ill"]}]
action = "review"
advice = "Leave the area out."
[[official_contact]]
pattern = "t.number"
value = "111 111"
reason = "switchboard"
owner = "us"
[channel.press]
mode = "report-only"
)";

std::vector<Pattern> Patterns(const std::string& of_number = "replacement = \"[number]\"\n") {
  return {
      SamplePattern("t.number",
                    "edges = \"number\"\ncanonical = \"digits\"\nmask = \"keep-last-2\"\n" +
                        of_number + "[[variant]]\nregex = '''\\d{3}[ -]?\\d{3}'''\nbase = 80"),
      SamplePattern("t.area",
                    "edges = \"none\"\nreplacement = \"[area]\"\n"
                    "[[variant]]\nregex = '''zz\\d'''\nbase = 20"),
      SamplePattern("t.code",
                    "replacement = \"[code]\"\n[[variant]]\nregex = '''c\\d{2}'''\nbase = 20"),
      SamplePattern("t.maybe",
                    "replacement = \"[maybe]\"\n[[variant]]\nregex = '''m\\d{2}'''\nbase = 50")};
}

SampleScanner Scanner() { return SampleScanner(Patterns(), kPolicy); }

Post Redacted(Post post, const Redaction& redaction) {
  for (const SafeText& safe : redaction.texts) {
    post.fields[safe.field.number()].text = safe.text;
  }
  return post;
}

std::string TextOf(const Post& post, const Redaction& redaction) {
  return std::string(Redacted(post, redaction).fields.front().text);
}

std::string Redacted(SampleScanner& scanner, std::string_view text, const RedactionRules& rules) {
  const Post post = SampleScanner::PostOf(text);
  return TextOf(post, scanner.Redact({post}, rules).front());
}
std::string Redacted(std::string_view text, const RedactionRules& rules = {}) {
  SampleScanner scanner = Scanner();
  return Redacted(scanner, text, rules);
}

Post PostIn(std::string_view thread, std::string_view text) {
  Post post = SampleScanner::PostOf(text);
  post.thread = thread;
  return post;
}

TEST_CASE("a value is redacted in the way asked for", "[scan][redactor]") {
  constexpr std::string_view kText = "ring 222 333, not 111-111, today";
  CHECK(Redacted(kText, {.way = RedactAs::kLabel}) == "ring [number], not 111-111, today");
  CHECK(Redacted(kText, {.way = RedactAs::kMask}) == "ring *** *33, not 111-111, today");
  CHECK(Redacted(kText, {.way = RedactAs::kRemove}) == "ring, not 111-111, today");
  SampleScanner scanner(Patterns("look_alikes = [\"999 9##\"]\n"), kPolicy);
  CHECK(Redacted(scanner, "ring 222 333 or 222444, 222333", {.way = RedactAs::kReplace}) ==
        "ring 999 900 or 999901, 999900");
}

TEST_CASE("labels are in the language asked for", "[scan][redactor]") {
  SampleScanner scanner(Patterns("cy = { name = \"rhif\" }\n"), kPolicy);
  CHECK(Redacted(scanner, "222333", {.language = Language::kWelsh}) == "[rhif]");
}

TEST_CASE("a look-alike stays where it stands, and a value without one becomes a label",
          "[scan][redactor]") {
  SampleScanner scanner(Patterns("look_alikes = [\"999 9##\"]\n"), kPolicy);
  const RedactionRules rules{.way = RedactAs::kReplace};
  CHECK(Redacted(scanner, "999955 or m12", rules) == "999955 or [maybe]");
}

TEST_CASE("findings below the action asked for stay, official values always", "[scan][redactor]") {
  constexpr std::string_view kText = "222333 m12 zz1 111111";
  CHECK(Redacted(kText, {.least = Action::kBlock}) == "[number] m12 zz1 111111");
  CHECK(Redacted(kText, {.least = Action::kReview}) == "[number] [maybe] zz1 111111");
  CHECK(Redacted(kText, {.least = Action::kPass}) == "[number] [maybe] [area] 111111");
}

TEST_CASE("what calls for an action is redacted on a report-only channel, too",
          "[scan][redactor]") {
  SampleScanner scanner = Scanner();
  Post post = SampleScanner::PostOf("222333");
  post.channel = "press";
  CHECK(TextOf(post, scanner.Redact({post}, {}).front()) == "[number]");
}

TEST_CASE("both parts of a combination are redacted, in whatever fields they stand",
          "[scan][redactor]") {
  SampleScanner scanner = Scanner();
  Post post = SampleScanner::PostOf("at zz1");
  post.fields.push_back({.kind = FieldKind::kTitle, .text = "c12 it is"});
  const Redaction redaction = scanner.Redact({post}, {}).front();
  const Post redacted = Redacted(post, redaction);
  CHECK(redacted.fields[0].text == "at [area]");
  CHECK(redacted.fields[1].text == "[code] it is");
  CHECK(redaction.redacted.size() == 2);
  CHECK(scanner.Scan(redacted).would_be == Action::kPass);
}

TEST_CASE("what redacting joins together is redacted in its turn", "[scan][redactor]") {
  CHECK(Redacted("222m12 333", {.way = RedactAs::kRemove}) == "222m12 333");
  SampleScanner scanner(
      {SamplePattern("t.number", "[[variant]]\nregex = '''\\d{6}'''\nbase = 80"),
       SamplePattern("t.mark", "edges = \"none\"\n[[variant]]\nregex = '''<x>'''\nbase = 80")});
  CHECK(Redacted(scanner, "is 222<x>333 now", {.way = RedactAs::kRemove}) == "is now");
}

TEST_CASE("a label that is itself found gives way to one that says nothing", "[scan][redactor]") {
  SampleScanner scanner({SamplePattern("t.number",
                                       "edges = \"none\"\nreplacement = \"[12345]\"\n"
                                       "[[variant]]\nregex = '''\\d{5}'''\nbase = 80")});
  CHECK(Redacted(scanner, "is 54321 now", {}) == "is [personal data] now");
  CHECK(Redacted(scanner, "is 54321 now", {.language = Language::kWelsh}) ==
        "is [data personol] now");
}

TEST_CASE("a mask or look-alike that is itself found gives way to a label", "[scan][redactor]") {
  SampleScanner scanner({SamplePattern("t.stars",
                                       "edges = \"none\"\nreplacement = \"[stars]\"\n"
                                       "look_alikes = [\"**#\"]\n"
                                       "[[variant]]\nregex = '''\\*\\*\\w|\\*{3}'''\nbase = 80")});
  CHECK(Redacted(scanner, "is **x now", {.way = RedactAs::kMask}) == "is [stars] now");
  SampleScanner beside(
      {SamplePattern("t.number",
                     "edges = \"none\"\nreplacement = \"[number]\"\nlook_alikes = [\"zz1##\"]\n"
                     "[[variant]]\nregex = '''\\d{5}'''\nbase = 80"),
       SamplePattern("t.area", "edges = \"none\"\n[[variant]]\nregex = '''zz\\d'''\nbase = 80")});
  CHECK(Redacted(beside, "is 54321 now", {.way = RedactAs::kReplace}) == "is [number] now");
}

TEST_CASE("a post that cannot be made clean is withheld", "[scan][redactor]") {
  SampleScanner scanner({SamplePattern("t.word",
                                       "edges = \"none\"\nreplacement = \"[personal]\"\n"
                                       "[[variant]]\nregex = '''person'''\nbase = 80")});
  const Post post = SampleScanner::PostOf("one person");
  const Redaction redaction = scanner.Redact({post}, {}).front();
  CHECK(TextOf(post, redaction) == "[text withheld]");
  CHECK(redaction.is_withheld);
  CHECK(redaction.is_complete);
}

TEST_CASE("what could not be looked at is withheld, and the empty text has nothing to withhold",
          "[scan][redactor]") {
  SampleScanner scanner(Patterns(), kPolicy, {.max_post_bytes = 60'000});
  const std::string invalid =
      GENERATE(as<std::string>(), "222333 \xFF", std::string("a\0b", 3), std::string(60'001, 'a'));
  Post post = SampleScanner::PostOf(invalid);
  post.fields.push_back({.kind = FieldKind::kTitle, .text = "fine"});
  post.fields.push_back({.kind = FieldKind::kWarning, .text = ""});
  const Redaction redaction = scanner.Redact({post}, {}).front();
  CHECK(redaction.is_withheld);
  CHECK_FALSE(redaction.is_complete);
  CHECK_FALSE(redaction.problems.empty());
  REQUIRE(redaction.texts.size() == 2);
  CHECK(redaction.texts[0].text == "[text withheld]");
  CHECK(redaction.texts[1].text == "[text withheld]");
}

TEST_CASE("more matches than are judged withhold the post", "[scan][redactor]") {
  std::string many;
  for (size_t i = 0; i <= kMaxMatchesPerPost; ++i) many += "222333,";
  CHECK(Redacted(many) == "[text withheld]");
  CHECK(Redacted(many, {.keeps_invalid = true}) == "[text withheld]");
}

TEST_CASE("invalid text is kept where that is asked for, but what is found in it",
          "[scan][redactor]") {
  const RedactionRules rules{.keeps_invalid = true};
  CHECK(Redacted("222333 \xFF\xFE m12 \xC3", rules) == "[number] \xFF\xFE [maybe] \xC3");
  CHECK(Redacted(std::string("a\0m12", 5), rules) == std::string("a\0[maybe]", 9));
  SampleScanner scanner = Scanner();
  const Redaction redaction = scanner.Redact({SampleScanner::PostOf("\xFF")}, rules).front();
  CHECK_FALSE(redaction.is_complete);
  CHECK(redaction.texts.empty());
}

TEST_CASE("the part of a combination that completes it in a thread is redacted",
          "[scan][redactor]") {
  SampleScanner scanner = Scanner();
  const std::vector<Post> posts = {PostIn("t", "at zz1"), PostIn("t", "c12 it is"),
                                   PostIn("u", "c13 elsewhere")};
  const auto redactions = scanner.Redact(posts, {});
  CHECK(TextOf(posts[0], redactions[0]) == "at zz1");
  CHECK(TextOf(posts[1], redactions[1]) == "[code] it is");
  CHECK(TextOf(posts[2], redactions[2]) == "c13 elsewhere");
}

TEST_CASE("a part that was redacted is no part for the posts after it", "[scan][redactor]") {
  SampleScanner scanner = Scanner();
  const std::vector<Post> posts = {PostIn("t", "at zz1, c12"), PostIn("t", "c13 it is")};
  const auto redactions = scanner.Redact(posts, {});
  CHECK(TextOf(posts[0], redactions[0]) == "at [area], [code]");
  CHECK(TextOf(posts[1], redactions[1]) == "c13 it is");
}

TEST_CASE("words that complete a combination alone are redacted, all of them", "[scan][redactor]") {
  SampleScanner scanner = Scanner();
  const std::vector<Post> posts = {PostIn("t", "at zz1"), PostIn("t", "ill, so ill, in hospital")};
  const auto redactions = scanner.Redact(posts, {});
  CHECK(TextOf(posts[1], redactions[1]) == "[personal data], so [personal data], [personal data]");
  CHECK(redactions[1].redacted_words == 3);
  const auto removed = scanner.Redact(posts, {.way = RedactAs::kRemove});
  CHECK(TextOf(posts[1], removed[1]) == ", so,");
  const auto masked = scanner.Redact(posts, {.way = RedactAs::kMask});
  CHECK(TextOf(posts[1], masked[1]) == "***, so ***, ** ********");
}

TEST_CASE("a look-alike is no part of a combination for the posts after it", "[scan][redactor]") {
  auto patterns = Patterns();
  patterns[1].look_alikes = {"zz9"};
  SampleScanner scanner(patterns, kPolicy);
  const std::vector<Post> posts = {PostIn("t", "at zz9"), PostIn("t", "so ill")};
  const auto redactions = scanner.Redact(posts, {.way = RedactAs::kReplace});
  CHECK(redactions[0].texts.empty());
  CHECK(redactions[1].texts.empty());
}

TEST_CASE("a redaction tells what it took out, and from which ranges it wrote",
          "[scan][redactor]") {
  SampleScanner scanner(Patterns("look_alikes = [\"999 9##\"]\n"), kPolicy);
  const Post post = SampleScanner::PostOf("222333 m12 m13 222333");
  const Redaction redaction = scanner.Redact({post}, {.way = RedactAs::kReplace}).front();
  CHECK(redaction.redacted ==
        std::map<PatternIndex, uint64_t>{{PatternIndex(0), 2}, {PatternIndex(3), 2}});
  REQUIRE(redaction.look_alikes.size() == 1);
  CHECK(redaction.look_alikes.begin()->first.second == "999 9##");
  CHECK(redaction.look_alikes.begin()->second == 2);
}

}  // namespace
}  // namespace gatepost
