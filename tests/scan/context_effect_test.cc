// What the phrases near a match do to its finding.

#include <string>

#include "catch.h"
#include "scan_text.h"

namespace gatepost {
namespace {

// Close by "patient" says much, further off "ward" a little and "quiz" against.
Pattern Number(const std::string& first, const std::string& second) {
  return SamplePattern("t.number",
                       "[[variant]]\nregex = '\\d{8}'\nbase = 20\n"
                       "[[context]]\nnear = [\"patient\"]\nwithin = { words = 2 }\npoints = 30\n" +
                           first +
                           "[[context]]\nnear = [\"ward\", \"bed\"]\nagainst = [\"quiz\"]\n"
                           "within = { words = 6 }\npoints = 10\nagainst_points = -15\n" +
                           second);
}

// The score of the only finding; 0 if there is none.
int ScoreOf(SampleScanner& scanner, const std::string& text) {
  const Verdict verdict = scanner.Scan(text);
  REQUIRE(verdict.findings.size() <= 1);
  return verdict.findings.empty() ? 0 : verdict.findings.front().score;
}

TEST_CASE("each group of phrases adds its points once, within its own words", "[scan][scorer]") {
  SampleScanner scanner({Number("", "")});
  CHECK(ScoreOf(scanner, "20000000") == 20);
  CHECK(ScoreOf(scanner, "patient 20000000") == 50);
  CHECK(ScoreOf(scanner, "patient one two 20000000") == 20);
  CHECK(ScoreOf(scanner, "ward one two 20000000, bed five") == 30);
  CHECK(ScoreOf(scanner, "patient 20000000 on the ward") == 60);
  CHECK(ScoreOf(scanner, "patient 20000000 won the quiz") == 35);
}

TEST_CASE("a phrase of any required group is enough, and of others none", "[scan][scorer]") {
  SampleScanner one({Number("required = true\n", "")});
  CHECK(ScoreOf(one, "ward 20000000") == 0);
  CHECK(ScoreOf(one, "patient 20000000 on the ward") == 60);
  SampleScanner both({Number("required = true\n", "required = true\n")});
  CHECK(ScoreOf(both, "ward 20000000") == 30);
  CHECK(ScoreOf(both, "patient 20000000") == 50);
  CHECK(ScoreOf(both, "20000000 in the quiz") == 0);
}

TEST_CASE("a group may look on one side alone", "[scan][scorer]") {
  SampleScanner before({Number("", "side = \"before\"\n")});
  CHECK(ScoreOf(before, "ward 20000000") == 30);
  CHECK(ScoreOf(before, "20000000 on the ward") == 20);
  SampleScanner after({Number("", "side = \"after\"\n")});
  CHECK(ScoreOf(after, "ward 20000000") == 20);
  CHECK(ScoreOf(after, "20000000 on the ward") == 30);
  CHECK(ScoreOf(after, "quiz 20000000") == 20);
}

TEST_CASE("a group that rules out leaves no finding beside its phrases", "[scan][scorer]") {
  SampleScanner scanner({Number("", "rules_out = true\n")});
  CHECK(ScoreOf(scanner, "patient 20000000") == 50);
  CHECK(ScoreOf(scanner, "patient 20000000 won the quiz") == 0);
  CHECK(ScoreOf(scanner, "patient 20000000 won and won and won and won the quiz") == 50);
  SampleScanner required({Number("required = true\n", "rules_out = true\n")});
  CHECK(ScoreOf(required, "patient 20000000 won the quiz") == 0);
  CHECK(ScoreOf(required, "patient 20000000 on the ward") == 60);
}

}  // namespace
}  // namespace gatepost
