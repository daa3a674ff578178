#include "tune/pattern_proof.h"

#include <chrono>
#include <filesystem>
#include <string>

#include "catch.h"
#include "pattern/pattern_reader.h"

namespace gatepost {
namespace {

constexpr std::chrono::sys_days kToday{std::chrono::days{20'000}};

PatternTestResult Tested(const std::string& regex_and_more) {
  const std::string toml =
      "id = \"t.card\"\nname = \"Sample\"\ncategory = \"contact\"\nseverity = \"high\"\n"
      "edges = \"number\"\ncompact = \" \"\nvalidate = \"luhn\"\nadvice = \"Remove it.\"\n"
      "references = [\"https://example.com\"]\n" +
      regex_and_more;
  Result<Pattern> pattern = ParsePattern(toml, "card.toml", ListFolder{"no-lists"});
  if (!pattern) FAIL(pattern.error().ToString());
  auto set = PatternSet::Compile("sample", "00", {std::move(*pattern)});
  REQUIRE(set.has_value());
  const auto sets = InEveryEngine(**set);
  REQUIRE(sets.has_value());
  return TestPattern(*sets, PatternIndex(0), kToday);
}

const std::string kVariant = "[[variant]]\nregex = '''\\d{4} \\d{4} \\d{4} \\d{4}'''\nbase = 50\n";
const std::string kMatch =
    "[[match]]\ntext = \"it is 4111 1111 1111 1111.\"\nspan = \"4111 1111 1111 1111\"\n";
const std::string kNoMatch =
    "[[no_match]]\ntext = \"4111 1111 1111 1112\"\nwhy = \"check digit wrong\"\n";

TEST_CASE("a pattern that keeps its promises passes all its tests", "[tune][pattern_proof]") {
  const PatternTestResult result = Tested(kVariant + kMatch + kNoMatch);
  for (const TestFailure& failure : result.failures) UNSCOPED_INFO(failure.message);
  CHECK(result.failures.empty());
  CHECK(result.counts.examples == 1);
  CHECK(result.counts.counters == 1);
  CHECK(result.counts.wrapped > 12);
  CHECK(result.counts.flipped > 144);  // Luhn notices every single changed digit: 16 × 9
  CHECK(result.counts.generated == 200);
}

TEST_CASE("a match that is not found is reported with its place", "[tune][pattern_proof]") {
  const PatternTestResult result =
      Tested(kVariant + "[[match]]\ntext = \"4111111111111111\"\nspan = \"4111111111111111\"\n" +
             kNoMatch);
  REQUIRE_FALSE(result.failures.empty());
  CHECK_THAT(result.failures[0].message, ContainsSubstring("is not found"));
  CHECK(result.failures[0].where.file == "card.toml");
  CHECK(result.failures[0].where.line > 0);
}

TEST_CASE("a span that is cut wrongly is reported with what was found instead",
          "[tune][pattern_proof]") {
  const PatternTestResult result = Tested(
      kVariant + "[[match]]\ntext = \"4111 1111 1111 1111\"\nspan = \"4111 1111\"\n" + kNoMatch);
  REQUIRE_FALSE(result.failures.empty());
  CHECK_THAT(result.failures[0].message,
             ContainsSubstring("found instead: \"4111 1111 1111 1111\""));
}

TEST_CASE("a no-match that is found is reported with its reason", "[tune][pattern_proof]") {
  const PatternTestResult result =
      Tested(kVariant + kMatch +
             "[[no_match]]\ntext = \"x 5555 5555 5555 4444\"\nwhy = \"it is only an example\"\n");
  REQUIRE(result.failures.size() == 1);
  CHECK_THAT(result.failures[0].message, ContainsSubstring("it is only an example"));
}

TEST_CASE("a stated action must be the one the default policy takes", "[tune][pattern_proof]") {
  const PatternTestResult result = Tested(kVariant + kMatch + "action = \"block\"\n" + kNoMatch);
  REQUIRE(result.failures.size() == 1);
  CHECK_THAT(result.failures[0].message,
             ContainsSubstring("calls for review (score 50), not for block"));
}

TEST_CASE("every bundled pattern passes its own tests", "[tune][patterns]") {
  const auto set =
      PatternSet::Load({std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns" / "uk"});
  if (!set) FAIL(set.error().front().ToString());
  const auto sets = InEveryEngine(**set);
  REQUIRE(sets.has_value());
  for (size_t i = 0; i < (*set)->patterns().size(); ++i) {
    const PatternTestResult result = TestPattern(*sets, PatternIndex(i), kToday);
    for (const TestFailure& failure : result.failures) {
      FAIL_CHECK(failure.where.ToString() << ": " << failure.message);
    }
    CHECK(result.counts.examples >= 5);
    CHECK(result.counts.counters >= 5);
  }
}

}  // namespace
}  // namespace gatepost
