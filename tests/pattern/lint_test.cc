#include "pattern/lint.h"

#include <string>
#include <vector>

#include "catch.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

std::vector<LintFinding> LintOf(const std::string& toml) {
  Result<Pattern> pattern = ParsePattern(toml, "badge.toml", kTestLists);
  INFO((pattern ? std::string() : pattern.error().ToString()));
  REQUIRE(pattern);
  return Lint({*pattern});
}

std::vector<std::string> ErrorsOf(const std::string& toml) {
  std::vector<std::string> errors;
  for (const LintFinding& finding : LintOf(toml)) {
    CHECK(finding.pattern == "test.badge");
    if (finding.is_error) errors.push_back(finding.where.ToString() + ": " + finding.message);
  }
  return errors;
}

// Without a trigger: two digits are everywhere.
const std::string kCommonToml = Replaced(kBadgeToml, "'B[0-9]{4}'", "'[0-9]{2}'");

const std::string kRequiredContext = R"(
[context]
near = ["badge"]
required = true
)";

}  // namespace

TEST_CASE("a complete pattern has no errors, and a warning for each kind of few examples",
          "[pattern][lint]") {
  const std::vector<LintFinding> findings = LintOf(std::string(kBadgeToml));
  REQUIRE(findings.size() == 2);
  CHECK_FALSE(findings[0].is_error);
  CHECK(findings[0].message == "has 1 [[match]] of the 5 wanted. Add more ways of writing it.");
  CHECK_FALSE(findings[1].is_error);
  CHECK(findings[1].message == "has 1 [[no_match]] of the 5 wanted. Add more ways of writing it.");
}

TEST_CASE("five examples of each kind are enough", "[pattern][lint]") {
  std::string toml(kBadgeToml);
  for (int more = 0; more < 4; ++more) {
    toml += "[[match]]\ntext = \"B000" + std::to_string(more) + "\"\nspan = \"B000" +
            std::to_string(more) + "\"\n[[no_match]]\ntext = \"B0\"\nwhy = \"too short\"\n";
  }
  CHECK(LintOf(toml).empty());
}

TEST_CASE("a variant that nothing rare gives away needs required context", "[pattern][lint]") {
  const std::vector<std::string> errors = ErrorsOf(kCommonToml);
  REQUIRE(errors.size() == 1);
  CHECK_THAT(errors[0], ContainsSubstring("badge.toml:9:1: this variant has nothing rare"));
  CHECK(ErrorsOf(kCommonToml + kRequiredContext).empty());
}

TEST_CASE("a check that wants more than the regex matches is an error", "[pattern][lint]") {
  const auto with_weights = [](const std::string& weights) {
    return BadgeWith("validate = { weights = [" + weights + "], modulus = 11, check = \"r\" }\n");
  };
  CHECK(ErrorsOf(with_weights("1, 2, 3, 4")).empty());
  CHECK(ErrorsOf(with_weights("1, 2, 3, 4, 5")) ==
        std::vector<std::string>{"badge.toml:10:1: the check wants 6 characters, but the regex "
                                 "matches 5 at most. Correct `weights` or the regex."});
}

TEST_CASE("an example's span must stand in its text", "[pattern][lint]") {
  CHECK(ErrorsOf(Replaced(kBadgeToml, "span = \"B1234\"", "span = \"B4321\"")) ==
        std::vector<std::string>{
            "badge.toml:13:1: `span` is not in `text`. Copy it from there, byte for byte."});
}

TEST_CASE("a pattern excludes others that exist", "[pattern][lint]") {
  CHECK(ErrorsOf(BadgeWith("excludes = [\"test.pass\"]\n")) ==
        std::vector<std::string>{"badge.toml:2:6: `excludes` names test.pass, which no pattern is. "
                                 "Correct or leave it out."});
  CHECK(ErrorsOf(BadgeWith("excludes = [\"test.badge\"]\n")) ==
        std::vector<std::string>{
            "badge.toml:2:6: `excludes` names the pattern itself. Leave it out."});
}

TEST_CASE("references and advice may not be missing", "[pattern][lint]") {
  CHECK(ErrorsOf(Replaced(kBadgeToml, "references = [\"https://example.com/badges\"]\n", "")) ==
        std::vector<std::string>{"badge.toml:2:6: has no `references`. Name the published rules "
                                 "that it follows."});
  CHECK(ErrorsOf(Replaced(kBadgeToml, "advice = \"Leave the badge number out.\"\n", "")) ==
        std::vector<std::string>{"badge.toml:2:6: has no `advice`. Say in one sentence what the "
                                 "author should do."});
  CHECK(ErrorsOf(Replaced(kBadgeToml, "advice = \"Gadewch rif y bathodyn allan.\"\n", "")) ==
        std::vector<std::string>{"badge.toml:2:6: has no `advice` in Welsh. Give `name` and "
                                 "`advice` below [cy]."});
}

}  // namespace gatepost
