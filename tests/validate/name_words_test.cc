#include "validate/name_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

TEST_CASE("the lists are sorted, in small letters, each word once", "[validate][name_words]") {
  const std::string_view list =
      GENERATE(FirstNameLines(), SurnameLines(), CommonWordLines(), NeverNameLines());
  std::string_view before;
  size_t words = 0;
  for (const std::string_view line : LinesOf(list)) {
    if (line.starts_with('#')) {
      REQUIRE(words == 0);  // comments stand at the head alone
      continue;
    }
    CAPTURE(line);
    REQUIRE_FALSE(line.empty());
    REQUIRE(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
    REQUIRE(before < line);
    before = line;
    ++words;
  }
  CHECK(words > 500);
}

TEST_CASE("every word of a list is found, and no part of one", "[validate][name_words]") {
  const std::string_view list = NeverNameLines();
  for (const std::string_view line : LinesOf(list)) {
    CAPTURE(line);
    REQUIRE(IsALine(list, line));
    REQUIRE_FALSE(IsALine(list, std::string(line) + "x"));
  }
  CHECK_FALSE(IsALine(list, ""));
  CHECK_FALSE(IsALine(list, "zzz"));
}

TEST_CASE("a list of any length is searched", "[validate][name_words]") {
  CHECK_FALSE(IsALine("", "ann"));
  CHECK_FALSE(IsALine("\n", "ann"));
  CHECK(IsALine("ann", "ann"));
  CHECK(IsALine("ann\n", "ann"));
  CHECK(IsALine("ann\nbob\ncat", "cat"));
  CHECK_FALSE(IsALine("ann\nbob\ncat", "dan"));
  CHECK_FALSE(IsALine("ann\nbob\ncat", "an"));
}

}  // namespace
}  // namespace gatepost
