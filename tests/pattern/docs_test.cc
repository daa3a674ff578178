// The whole files that the documentation shows can be read.

#include <string>
#include <vector>

#include "base/file.h"
#include "catch.h"
#include "pattern/lint.h"
#include "pattern/pattern_format.h"
#include "pattern/policy.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

// The blocks of TOML in a page of docs/.
std::vector<std::string> TomlsOf(const std::string& page) {
  const Result<std::string> text = ReadFile(GATEPOST_SOURCE_DIR "/docs/" + page, 1 << 20);
  REQUIRE(text);
  const std::string opening = "```toml\n";
  std::vector<std::string> blocks;
  size_t at = text->find(opening);
  for (; at != std::string::npos; at = text->find(opening, at)) {
    at += opening.size();
    blocks.push_back(text->substr(at, text->find("```\n", at) - at));
  }
  REQUIRE_FALSE(blocks.empty());
  return blocks;
}

void CheckPattern(const std::string& toml) {
  const Result<Pattern> pattern = ParsePattern(toml, "docs", kTestLists);
  INFO((pattern ? std::string() : pattern.error().ToString()));
  REQUIRE(pattern);
  const Result<std::string> formatted = FormatPattern(toml, "docs", kTestLists);
  REQUIRE(formatted);
  CHECK(*formatted == toml);
  for (const LintFinding& finding : Lint({*pattern})) {
    CAPTURE(finding.message);
    CHECK_FALSE(finding.is_error);
  }
}

}  // namespace

TEST_CASE("the patterns that the documentation shows have no errors and the settled layout",
          "[pattern][pattern_reader]") {
  CheckPattern(TomlsOf("patterns.md").front());
  CheckPattern(TomlsOf("first-pattern.md").back());
}

TEST_CASE("the policy that the documentation shows can be read", "[pattern][policy_reader]") {
  const Result<Policy> policy = ParsePolicy(TomlsOf("policy.md").front(), "docs");
  INFO((policy ? std::string() : policy.error().ToString()));
  CHECK(policy);
}

}  // namespace gatepost
