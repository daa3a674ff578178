#include "tune/replacement_check.h"

#include <string>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"

namespace gatepost {
namespace {

std::vector<std::string> ErrorsOf(const std::string& keys) {
  auto set = PatternSet::Compile(
      "sample", "00",
      {SamplePattern("t.number", keys + "\n[[variant]]\nregex = '''\\d{6}'''\nbase = 1"),
       SamplePattern("t.area", "[[variant]]\nregex = '''zz\\d'''\nbase = 20")});
  REQUIRE(set);
  std::vector<std::string> errors;
  for (const LintFinding& finding : CheckReplacements(*set)) {
    CHECK(finding.is_error);
    CHECK(finding.pattern == "t.number");
    errors.push_back(finding.message);
  }
  return errors;
}

TEST_CASE("a replacement in which no pattern finds anything is accepted",
          "[tune][replacement_check]") {
  CHECK(ErrorsOf("replacement = \"[number of six digits]\"").empty());
}

TEST_CASE("a replacement that a pattern finds is refused, in English and in Welsh",
          "[tune][replacement_check]") {
  CHECK(ErrorsOf("replacement = \"[000000]\"") ==
        std::vector<std::string>{"its replacement \"[000000]\" is found by t.number. Give a "
                                 "`replacement` that no pattern finds."});
  CHECK(ErrorsOf("cy = { name = \"rhif\", replacement = \"[zz1]\" }") ==
        std::vector<std::string>{"its replacement \"[zz1]\" is found by t.area. Give a "
                                 "`replacement` that no pattern finds."});
}

TEST_CASE("a look-alike that another pattern finds, or its own in part, is refused",
          "[tune][replacement_check]") {
  CHECK(ErrorsOf("look_alikes = [\"99999#\", \"A9999#\"]").empty());
  CHECK(ErrorsOf("look_alikes = [\"zz#\"]") ==
        std::vector<std::string>{
            "of its look-alike \"zz0\" a part or more is found by t.area. Give a range of values "
            "that only this pattern finds, whole."});
  CHECK(ErrorsOf("look_alikes = [\"AA 99999#\"]") ==
        std::vector<std::string>{
            "of its look-alike \"AA 999990\" a part or more is found by t.number. Give a range of "
            "values that only this pattern finds, whole."});
}

}  // namespace
}  // namespace gatepost
