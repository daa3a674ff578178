#include <re2/re2.h>

#include <string>
#include <vector>

#include "catch.h"
#include "regex/regex.h"
#include "regex_generator.h"

namespace gatepost {
namespace {

RE2::Options OptionsFor(bool is_case_sensitive) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_case_sensitive(is_case_sensitive);
  options.set_dot_nl(false);
  options.set_never_capture(true);
  return options;
}

// All ends at which `re2` can stop when it begins at `begin`.
std::vector<uint32_t> Re2Ends(const RE2& re2, const std::string& text, uint32_t begin) {
  std::vector<uint32_t> ends;
  for (size_t end = begin; end <= text.size(); ++end) {
    if (RE2::FullMatch(re2::StringPiece(text.data() + begin, end - begin), re2)) {
      ends.push_back(static_cast<uint32_t>(end));
    }
  }
  return ends;
}

// The first begin at which the two disagree; text.size() + 1 if there is none.
size_t FirstDifference(const Regex& regex, const RE2& re2, const std::string& text) {
  for (uint32_t begin = 0; begin <= text.size(); ++begin) {
    if (MatchEnds(regex, text, begin) != Re2Ends(re2, text, begin)) return begin;
  }
  return text.size() + 1;
}

TEST_CASE("A tree is written out for RE2 with every class spelled out", "[regex][re2_source]") {
  const auto [source, expected] = GENERATE(table<std::string, std::string>({
      {"a1", "[Aa]1"},
      {R"(\.)", R"(\.)"},
      {".", R"([\x01-\x09\x0b-\x7f])"},
      {R"(\D)", R"([\x01-\x09\x0b-/:-\x7f])"},
      {"(?:1|23?){2,4}9?", "(?:1|23?){2,4}9?"},
      {"(?:1|)2", "(?:1|)2"},
      {"(?:12{3}){2}", "(?:12{3}){2}"},
      {R"([\]\\^-])", R"([\-\\\]\^])"},
  }));
  CAPTURE(source);
  CHECK(ToRe2(Regex::Parse(source).value()) == expected);
}

TEST_CASE("The tree matches exactly the spans that RE2 matches, on 20,000 generated pairs",
          "[regex][re2_source]") {
  using namespace std::string_view_literals;
  RegexGenerator generator(20240501);
  size_t spans = 0;
  for (int i = 0; i < 2000; ++i) {
    const Regex regex = generator.NextRegex();
    const RE2 re2(ToRe2(regex), OptionsFor(true));
    CAPTURE(regex.source(), ToRe2(regex));
    REQUIRE(re2.ok());
    for (int j = 0; j < 10; ++j) {
      const std::string text = generator.NextText(regex, "aAbBzk10 .-@9\n\0\x7F\x80\xFF"sv);
      CAPTURE(text);
      REQUIRE(FirstDifference(regex, re2, text) == text.size() + 1);
      spans += MatchEnds(regex, text, 0).size();
    }
  }
  CHECK(spans > 2000);  // the texts do contain matches
}

TEST_CASE("RE2 reads the source as it is written with the same meaning, but for NUL and newline",
          "[regex][re2_source]") {
  RegexGenerator generator(77);
  for (int i = 0; i < 1000; ++i) {
    const Regex regex = generator.NextRegex();
    const RE2 re2(regex.source(), OptionsFor(regex.is_case_sensitive()));
    CAPTURE(regex.source());
    REQUIRE(re2.ok());
    for (int j = 0; j < 5; ++j) {
      std::string text = generator.NextText(regex, "aAbBzk10 .-@9");
      std::erase(text, '\n');
      CAPTURE(text);
      REQUIRE(FirstDifference(regex, re2, text) == text.size() + 1);
    }
  }
}

TEST_CASE("The largest regexes that parse are small enough for RE2", "[regex][re2_source]") {
  const auto source = GENERATE(as<std::string>{}, "(?:a|b|c|d|e|[^f-h]|g|[13579]|i|j){128}",
                               "(?:(?:.{1,8}){1,4}){1,4}", ".{0,127}a", R"(\W{1,128})");
  CAPTURE(source);
  const Regex regex = Regex::Parse(source).value();
  CHECK(RE2(ToRe2(regex), OptionsFor(true)).ok());
}

}  // namespace
}  // namespace gatepost
