#include <string>
#include <vector>

#include "catch.h"
#include "regex/regex.h"

namespace gatepost {
namespace {

using Ends = std::vector<uint32_t>;

Ends EndsOf(const std::string& source, const std::string& text, uint32_t begin = 0) {
  return MatchEnds(Regex::Parse(source).value(), text, begin);
}

TEST_CASE("Every end of a match is found, ascending", "[regex][regex_match]") {
  CHECK(EndsOf(R"(\d{2,4})", "123456") == Ends{2, 3, 4});
  CHECK(EndsOf(R"(\d{2,4})", "123456", 3) == Ends{5, 6});
  CHECK(EndsOf("a|ab|abc", "abx") == Ends{1, 2});
  CHECK(EndsOf("(?:ab?){1,3}", "abaab") == Ends{1, 2, 3, 4, 5});
  CHECK(EndsOf("a", "b").empty());
  CHECK(EndsOf("a", "a", 1).empty());
  CHECK(EndsOf(".{1,128}", std::string(500, 'x')).size() == 128);
}

TEST_CASE("A count is kept although one copy could stand for two", "[regex][regex_match]") {
  CHECK(EndsOf("(?:a|aa){2}", "aaaaa") == Ends{2, 3, 4});
  CHECK(EndsOf("(?:a?){3}b", "aab") == Ends{3});
  CHECK(EndsOf("(?:a?){3}b", "aaaab").empty());
}

TEST_CASE("Case is ignored unless the regex says otherwise", "[regex][regex_match]") {
  CHECK(MatchesWhole(Regex::Parse("nhs[a-c]").value(), "NHSb"));
  const Regex sensitive = Regex::Parse("nhs[a-c]", {.is_case_sensitive = true}).value();
  CHECK(MatchesWhole(sensitive, "nhsb"));
  CHECK_FALSE(MatchesWhole(sensitive, "nhsB"));
  CHECK_FALSE(MatchesWhole(sensitive, "Nhsb"));
}

TEST_CASE("A negated class leaves out both cases, newline and NUL", "[regex][regex_match]") {
  const Regex regex = Regex::Parse("[^a]").value();
  CHECK(MatchesWhole(regex, "b"));
  CHECK(MatchesWhole(regex, "\x1A"));
  CHECK_FALSE(MatchesWhole(regex, "a"));
  CHECK_FALSE(MatchesWhole(regex, "A"));
  CHECK_FALSE(MatchesWhole(regex, "\n"));
  CHECK_FALSE(MatchesWhole(regex, std::string(1, '\0')));
}

TEST_CASE("A whole text is matched whatever its length", "[regex][regex_match]") {
  const Regex regex = Regex::Parse("ab{0,120}d").value();
  for (const size_t size : std::vector<size_t>{2, 62, 63, 64, 65, 122}) {
    CAPTURE(size);
    const std::string inner(size - 2, 'b');
    CHECK(MatchesWhole(regex, "a" + inner + "d"));
    CHECK_FALSE(MatchesWhole(regex, "a" + inner + "c"));
    CHECK_FALSE(MatchesWhole(regex, "b" + inner + "d"));
  }
}

TEST_CASE("No class matches NUL or a byte beyond ASCII", "[regex][regex_match]") {
  const auto source = GENERATE(as<std::string>{}, ".", R"(\D)", R"(\W)", "[^x]", R"([\x01-\x7f])");
  CAPTURE(source);
  const Regex regex = Regex::Parse(source).value();
  CHECK_FALSE(MatchesWhole(regex, std::string(1, '\0')));
  CHECK_FALSE(MatchesWhole(regex, "\x80"));
  CHECK_FALSE(MatchesWhole(regex, "\xFF"));
}

TEST_CASE("A newline is matched only where it is written", "[regex][regex_match]") {
  CHECK(MatchesWhole(Regex::Parse(R"(a\nb)").value(), "a\nb"));
  CHECK(MatchesWhole(Regex::Parse(R"(a[ \n]b)").value(), "a\nb"));
  CHECK_FALSE(MatchesWhole(Regex::Parse("a.b").value(), "a\nb"));
  CHECK_FALSE(MatchesWhole(Regex::Parse(R"(a\Wb)").value(), "a\nb"));
}

TEST_CASE("Matching the whole text means all of it", "[regex][regex_match]") {
  const Regex nhs = Regex::Parse(R"(\d{3}[ .-]?\d{3}[ .-]?\d{4})").value();
  CHECK(MatchesWhole(nhs, "999 000 0018"));
  CHECK(MatchesWhole(nhs, "9990000018"));
  CHECK_FALSE(MatchesWhole(nhs, "999 000 0018 "));
  CHECK_FALSE(MatchesWhole(nhs, "999 000 001"));
  CHECK_FALSE(MatchesWhole(nhs, ""));
}

TEST_CASE("Nested repeats that could be read in very many ways take no longer",
          "[regex][regex_match]") {
  const Regex regex = Regex::Parse("(?:(?:(?:a?){4}(?:a?){4}){4}){3}b").value();
  CHECK_FALSE(MatchesWhole(regex, std::string(97, 'a')));
  CHECK(MatchesWhole(regex, std::string(96, 'a') + "b"));
}

}  // namespace
}  // namespace gatepost
