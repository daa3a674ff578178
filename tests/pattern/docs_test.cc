// The whole files that the documentation shows can be read.

#include <string>

#include "base/file.h"
#include "catch.h"
#include "pattern/lint.h"
#include "pattern/policy.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

// The first block of TOML in a page of docs/.
std::string FirstToml(const std::string& page) {
  const Result<std::string> text = ReadFile(GATEPOST_SOURCE_DIR "/docs/" + page, 1 << 20);
  REQUIRE(text);
  const std::string opening = "```toml\n";
  const size_t begin = text->find(opening);
  REQUIRE(begin != std::string::npos);
  const size_t content = begin + opening.size();
  return text->substr(content, text->find("```\n", content) - content);
}

}  // namespace

TEST_CASE("the pattern that the documentation shows has no errors", "[pattern][pattern_reader]") {
  const Result<Pattern> pattern = ParsePattern(FirstToml("patterns.md"), "docs", kTestLists);
  INFO((pattern ? std::string() : pattern.error().ToString()));
  REQUIRE(pattern);
  for (const LintFinding& finding : Lint({*pattern})) {
    CAPTURE(finding.message);
    CHECK_FALSE(finding.is_error);
  }
}

TEST_CASE("the policy that the documentation shows can be read", "[pattern][policy_reader]") {
  const Result<Policy> policy = ParsePolicy(FirstToml("policy.md"), "docs");
  INFO((policy ? std::string() : policy.error().ToString()));
  CHECK(policy);
}

}  // namespace gatepost
