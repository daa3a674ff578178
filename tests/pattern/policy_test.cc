#include "pattern/policy.h"

#include <string>
#include <vector>

#include "catch.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

// Two patterns, both of values such as B1234: uk.phone of contact, uk.postcode of place.
std::vector<Pattern> TwoPatterns() {
  const std::string phone =
      Replaced(Replaced(kBadgeToml, "test.badge", "uk.phone"), "\"staff\"", "\"contact\"");
  const std::string postcode =
      Replaced(Replaced(kBadgeToml, "test.badge", "uk.postcode"), "\"staff\"", "\"place\"");
  std::vector<Pattern> patterns;
  for (const std::string& toml : {phone, postcode}) {
    Result<Pattern> pattern = ParsePattern(toml, "file.toml", kTestLists);
    REQUIRE(pattern);
    patterns.push_back(*std::move(pattern));
  }
  return patterns;
}

std::vector<std::string> MessagesFor(const std::string& toml,
                                     const std::vector<Pattern>& patterns = TwoPatterns()) {
  const Result<Policy> policy = ParsePolicy(toml, "policy.toml");
  REQUIRE(policy);
  std::vector<std::string> messages;
  for (const Error& error : CheckPolicyAgainst(*policy, patterns)) {
    CHECK(error.code == ErrorCode::kInvalidPolicy);
    messages.push_back(error.ToString());
  }
  return messages;
}

std::string PolicyWithContact(const std::string& pattern, const std::string& value) {
  return "name = \"contact\"\n[[official_contact]]\npattern = \"" + pattern + "\"\nvalue = \"" +
         value + "\"\nreason = \"published\"\nowner = \"communications\"\n";
}

}  // namespace

TEST_CASE("actions and modes have the names of policy files", "[pattern][policy]") {
  CHECK(NameOf(Action::kPass) == "pass");
  CHECK(NameOf(Action::kReview) == "review");
  CHECK(NameOf(Action::kBlock) == "block");
  CHECK(NameOf(Mode::kEnforce) == "enforce");
  CHECK(NameOf(Mode::kReportOnly) == "report-only");
  for (const Action action : {Action::kPass, Action::kReview, Action::kBlock}) {
    CHECK(ActionOf(NameOf(action)) == action);
  }
  CHECK_FALSE(ActionOf("Block"));
  CHECK_FALSE(ActionOf(""));
}

TEST_CASE("a policy whose names all exist has nothing to be told", "[pattern][policy]") {
  CHECK(MessagesFor(R"(name = "good"
[category.place]
review = 50
[override."uk.phone"]
points = 5
[channel.press.override."uk.postcode"]
points = 5
[[official_contact]]
pattern = "uk.phone"
value = "B1234"
reason = "switchboard"
owner = "communications"
[[combination]]
name = "both"
action = "review"
all = [{ category = "place" }, { pattern = "uk.phone" }, { words = ["ill"] }]
)")
            .empty());
}

TEST_CASE("each name that no pattern has is told once, with its place and the nearest name",
          "[pattern][policy]") {
  CHECK(MessagesFor(R"(name = "bad"
[category.plaice]
review = 50
[override."uk.fone"]
points = 5
[channel.press]
mode = "report-only"
[channel.press.category.weather]
review = 50
[[official_contact]]
pattern = "uk.phones"
value = "020 7946 0000"
reason = "switchboard"
owner = "communications"
[[combination]]
name = "both"
action = "review"
all = [{ category = "contacts" }, { pattern = "uk.post_code" }]
)") == std::vector<std::string>{
           "policy.toml:2:1: no pattern is of the category `plaice`. Did you mean `place`?",
           "policy.toml:4:1: no pattern has the id `uk.fone`. Did you mean `uk.phone`?",
           "policy.toml:8:1: no pattern is of the category `weather`. Known here: contact, place.",
           "policy.toml:10:1: no pattern has the id `uk.phones`. Did you mean `uk.phone`?",
           "policy.toml:18:8: no pattern is of the category `contacts`. Did you mean `contact`?",
           "policy.toml:18:35: no pattern has the id `uk.post_code`. Did you mean `uk.postcode`?",
       });
}

TEST_CASE("an official contact that its pattern can never find is refused, and not repeated",
          "[pattern][policy]") {
  const std::string value =
      GENERATE("hello", "B123", "B1234 or B1235", "our badge B1234", " B1234");
  CAPTURE(value);
  CHECK(
      MessagesFor(PolicyWithContact("uk.phone", value)) ==
      std::vector<std::string>{"policy.toml:2:1: `uk.phone` can never find the value of this "
                               "contact. Write the value whole and alone, as it stands in posts."});
}

TEST_CASE("an official contact is folded as posts are before its pattern looks for it",
          "[pattern][policy]") {
  CHECK(MessagesFor(PolicyWithContact("uk.phone", "\uFF221\u06623\u0664")).empty());
}

TEST_CASE("an official contact that the checks of its pattern refuse can never be found",
          "[pattern][policy]") {
  const auto bundled = ReadPatternFolder(GATEPOST_SOURCE_DIR "/patterns/uk");
  REQUIRE(bundled);
  CHECK(MessagesFor(PolicyWithContact("uk.nhs_number", "999 000 0018"), bundled->patterns).empty());
  CHECK(MessagesFor(PolicyWithContact("uk.nhs_number", "999 000 0019"), bundled->patterns).size() ==
        1);
}

TEST_CASE("ordinary writings of contacts are found by the bundled patterns", "[pattern][policy]") {
  const auto bundled = ReadPatternFolder(GATEPOST_SOURCE_DIR "/patterns/uk");
  REQUIRE(bundled);
  const auto [pattern, value] = GENERATE(table<std::string, std::string>({
      {"uk.phone", "+44 (0)20 7946 0123"},
      {"uk.phone", "+44 20 7946 0123"},
      {"uk.phone", "+442079460123"},
      {"uk.phone", "0044 20 7946 0123"},
      {"uk.phone", "(020) 7946 0123"},
      {"uk.phone", "020 7946 0123"},
      {"uk.phone", "020-7946-0123"},
      {"uk.phone", "02079460123"},
      {"uk.phone", "0300 123 0000"},
      {"uk.phone", "07700 900123"},
      {"uk.email", "enquiries@example.gov.uk"},
      {"uk.email", "Press.Office@example.com"},
      {"uk.postcode", "AA1 1AA"},
      {"uk.postcode", "AA11AA"},
  }));
  CAPTURE(pattern, value);
  CHECK(MessagesFor(PolicyWithContact(pattern, value), bundled->patterns).empty());
}

}  // namespace gatepost
