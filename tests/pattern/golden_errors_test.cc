// Every file of errors/ (patterns) and policy_errors/ has one thing wrong with it; beside it stands
// what its author is told.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/file.h"
#include "catch.h"
#include "pattern/policy.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kNoLimit = 1 << 24;
const fs::path kFolder = GATEPOST_SOURCE_DIR "/tests/pattern";

std::string WithoutFolder(std::string text) {
  const std::string folder = kFolder.string() + "/";
  for (size_t at = 0; (at = text.find(folder, at)) != std::string::npos;) {
    text.erase(at, folder.size());
  }
  return text;
}

std::string PatternMessage(const std::string& toml, const std::string& name) {
  const Result<Pattern> pattern = ParsePattern(toml, name, kTestLists);
  return pattern ? "(accepted)" : pattern.error().ToString();
}

std::string PolicyMessage(const std::string& toml, const std::string& name) {
  const Result<Policy> policy = ParsePolicy(toml, name);
  return policy ? "(accepted)" : policy.error().ToString();
}

using Message = std::string (*)(const std::string&, const std::string&);

void CheckFolder(const std::string& folder, size_t least, Message message) {
  const Result<std::vector<fs::path>> files = ListFiles(kFolder / folder, ".toml");
  REQUIRE(files);
  CHECK(files->size() >= least);
  for (const fs::path& file : *files) {
    CAPTURE(file);
    const Result<std::string> toml = ReadFile(file, kNoLimit);
    const Result<std::string> expected =
        ReadFile(fs::path(file).replace_extension(".expected"), kNoLimit);
    REQUIRE(toml);
    REQUIRE(expected);
    CHECK(WithoutFolder(message(*toml, file.filename().string())) + "\n" == *expected);
  }
}

}  // namespace

TEST_CASE("a faulty pattern file is told what is wrong, where, and what to do",
          "[pattern][pattern_reader]") {
  CheckFolder("errors", 78, PatternMessage);
}

TEST_CASE("a faulty policy file is told what is wrong, where, and what to do",
          "[pattern][policy_reader]") {
  CheckFolder("policy_errors", 25, PolicyMessage);
}

}  // namespace gatepost
