// Every NAME.case below tests/cases, run against the gatepost of this build. With
// GATEPOST_UPDATE_CASES=1 in the environment, what a case expects is rewritten to what happened:
// read the difference before you keep it.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "cases/case_file.h"
#include "cases/case_runner.h"
#include "catch.h"

namespace gatepost::cases {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMaxCaseBytes = 1 << 20;

std::vector<fs::path> CasePaths() {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(GATEPOST_SOURCE_DIR) / "tests/cases")) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void CheckStep(const Step& step, const Outcome& actual) {
  INFO("$ " << step.command);
  const Outcome& expected = step.expected;
  CHECK(actual.exit_code == expected.exit_code);
  // Compared as strings once they differ, so that both are shown.
  if (!MatchesExpected(actual.stdout_text, expected.stdout_text)) {
    CHECK(actual.stdout_text == expected.stdout_text);
  }
  if (!MatchesExpected(actual.stderr_text, expected.stderr_text)) {
    CHECK(actual.stderr_text == expected.stderr_text);
  }
}

void Rewrite(CaseFile file, const std::vector<Outcome>& outcomes, const fs::path& path) {
  for (size_t i = 0; i < outcomes.size(); ++i) {
    Outcome& expected = file.steps[i].expected;
    expected.stdout_text = UpdateExpected(outcomes[i].stdout_text, expected.stdout_text);
    expected.stderr_text = UpdateExpected(outcomes[i].stderr_text, expected.stderr_text);
    expected.exit_code = outcomes[i].exit_code;
  }
  std::ofstream(path, std::ios::binary) << ToText(file);
}

void RunFile(const fs::path& path) {
  const auto text = ReadFile(path, kMaxCaseBytes);
  REQUIRE(text.has_value());
  const auto file = ParseCase(*text, path.string());
  INFO((file ? "" : file.error().ToString()));
  REQUIRE(file.has_value());
  const fs::path program = GATEPOST_PROGRAM;
  const auto outcomes = RunCase(
      *file, {.program_folder = program.parent_path(), .source_folder = GATEPOST_SOURCE_DIR});
  REQUIRE(outcomes.has_value());
  if (std::getenv("GATEPOST_UPDATE_CASES") != nullptr) {
    Rewrite(*file, *outcomes, path);
    return;
  }
  for (size_t i = 0; i < outcomes->size(); ++i) CheckStep(file->steps[i], (*outcomes)[i]);
}

TEST_CASE("Every case gives what it says", "[cases]") {
  const auto paths = CasePaths();
  REQUIRE_FALSE(paths.empty());
  for (const auto& path : paths) {
    DYNAMIC_SECTION(path.string()) { RunFile(path); }
  }
}

}  // namespace
}  // namespace gatepost::cases
