#include "cases/case_file.h"

#include "catch.h"

namespace gatepost::cases {
namespace {

constexpr std::string_view kWhole =
    "# Two commands.\n"
    "--- file drafts/one.txt\n"
    "line\n"
    "--- file empty.txt\n"
    "$ gatepost check drafts/one.txt\n"
    "--- stdout\n"
    "\\$ 5\n"
    "\\--- dashes\n"
    "\\\\ backslash\n"
    "--- stderr\n"
    "warning\n"
    "--- exit 3\n"
    "$ gatepost check -\n"
    "--- stdin without final newline\n"
    "draft\n";

TEST_CASE("A case is read into its files and steps", "[cases][case_file]") {
  const auto file = ParseCase(kWhole, "whole.case");
  REQUIRE(file.has_value());
  CHECK(file->comment == "# Two commands.\n");
  REQUIRE(file->files.size() == 2);
  CHECK(file->files[0].name == "drafts/one.txt");
  CHECK(file->files[0].content == "line\n");
  CHECK(file->files[1].content.empty());
  REQUIRE(file->steps.size() == 2);
  CHECK(file->steps[0].command == "gatepost check drafts/one.txt");
  CHECK(file->steps[0].expected.stdout_text == "$ 5\n--- dashes\n\\ backslash\n");
  CHECK(file->steps[0].expected.stderr_text == "warning\n");
  CHECK(file->steps[0].expected.exit_code == 3);
  CHECK(file->steps[1].stdin_text == "draft");
  CHECK(file->steps[1].expected.stdout_text.empty());
  CHECK(file->steps[1].expected.exit_code == 0);
}

TEST_CASE("A case is written as it was read", "[cases][case_file]") {
  const auto file = ParseCase(kWhole, "whole.case");
  REQUIRE(file.has_value());
  CHECK(ToText(*file) == kWhole);
}

TEST_CASE("What is no case is refused with its line", "[cases][case_file]") {
  const auto [text, where, message] = GENERATE(table<std::string, std::string, std::string>({
      {"", "x.case", "no command line"},
      {"# only a comment\n", "x.case:1", "no command line"},
      {"$ true\nstray\n", "x.case:2", "no section"},
      {"$ true\n--- output\n", "x.case:2", "no such section"},
      {"$ true\n--- stdout twice\n", "x.case:2", "no such section"},
      {"$ true\n--- exit one\n", "x.case:2", "a number"},
      {"$ true\n--- exit\n", "x.case:2", "a number"},
      {"$ true\n--- exit 1x\n", "x.case:2", "a number"},
      {"$ true\n--- stdout\na\n--- stdout\n", "x.case:4", "already"},
      {"$ true\n--- file a\n", "x.case:2", "before the first command"},
      {"--- stdin\na\n$ true\n", "x.case:1", "before the first command"},
  }));
  CAPTURE(text);
  const auto file = ParseCase(text, "x.case");
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().where.ToString() == where);
  CHECK_THAT(file.error().message, ContainsSubstring(message));
}

TEST_CASE("A wildcard stands for one or more characters within a line", "[cases][case_file]") {
  const auto [actual, expected, matches] = GENERATE(table<std::string, std::string, bool>({
      {"", "", true},
      {"a\n", "a\n", true},
      {"a\n", "a", false},
      {"a\nb\n", "a\n", false},
      {"hash 12ab, 3 posts\n", "hash <*>, 3 posts\n", true},
      {"hash , 3 posts\n", "hash <*>, 3 posts\n", false},
      {"hash 12ab, 4 posts\n", "hash <*>, 3 posts\n", false},
      {"a1b2c\n", "a<*>b<*>c\n", true},
      {"abbc\n", "a<*>bc\n", true},
      {"ends here\n", "ends <*>\n", true},
      {"a\nb\n", "<*>\n", false},
      {"literal <*>\n", "literal <*>\n", true},
  }));
  CAPTURE(actual, expected);
  CHECK(MatchesExpected(actual, expected) == matches);
}

TEST_CASE("An update keeps the lines that still match, with their wildcards",
          "[cases][case_file]") {
  CHECK(UpdateExpected("hash 12\nnew\n", "hash <*>\nold\n") == "hash <*>\nnew\n");
  CHECK(UpdateExpected("hash 12\n", "hash <*>\nold\n") == "hash <*>\n");
  CHECK(UpdateExpected("one\ntwo", "one\n") == "one\ntwo");
  CHECK(UpdateExpected("", "old\n").empty());
}

}  // namespace
}  // namespace gatepost::cases
