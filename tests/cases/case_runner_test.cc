#include "cases/case_runner.h"

#include "catch.h"

namespace gatepost::cases {
namespace {

// The outcome of the only step, or of the last.
Outcome RunText(std::string_view text) {
  const auto file = ParseCase(text, "x.case");
  REQUIRE(file.has_value());
  const auto outcomes = RunCase(*file, {.program_folder = "/nowhere", .source_folder = "/sources"});
  REQUIRE(outcomes.has_value());
  REQUIRE(outcomes->size() == file->steps.size());
  return outcomes->back();
}

TEST_CASE("A step gets its input and gives its outputs and exit code", "[cases][case_runner]") {
  const Outcome outcome = RunText(
      "$ cat; echo problem >&2; exit 3\n"
      "--- stdin without final newline\n"
      "two\n"
      "lines\n");
  CHECK(outcome.stdout_text == "two\nlines");
  CHECK(outcome.stderr_text == "problem\n");
  CHECK(outcome.exit_code == 3);
}

TEST_CASE("Steps of a case share one fresh folder with its files", "[cases][case_runner]") {
  const auto* const text =
      "--- file drafts/one.txt\n"
      "draft\n"
      "$ ls -A; touch made-by-the-first\n"
      "$ ls -A; cat drafts/one.txt\n";
  CHECK(RunText(text).stdout_text == "drafts\nmade-by-the-first\ndraft\n");
  CHECK(RunText(text).stdout_text == "drafts\nmade-by-the-first\ndraft\n");
}

TEST_CASE("A step sees a fixed environment", "[cases][case_runner]") {
  const Outcome outcome =
      RunText("$ echo $TZ $LC_ALL $SOURCE $USER \"${PATH%%:*}\"; ls -A \"$HOME\"\n");
  CHECK(outcome.stdout_text == "UTC C.UTF-8 /sources /nowhere\n");
}

TEST_CASE("A step that a signal ends has an exit code over 128", "[cases][case_runner]") {
  CHECK(RunText("$ kill -9 $$\n").exit_code == 137);
}

TEST_CASE("A command that is not there is an exit code, not an error", "[cases][case_runner]") {
  CHECK(RunText("$ no-such-command-anywhere\n").exit_code == 127);
}

}  // namespace
}  // namespace gatepost::cases
