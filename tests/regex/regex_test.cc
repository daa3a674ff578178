#include "regex/regex.h"

#include <string>

#include "catch.h"
#include "regex/byte_set.h"

namespace gatepost {
namespace {

TEST_CASE("A regex says how wide its matches can be", "[regex][regex]") {
  const auto [source, min, max] = GENERATE(table<std::string, uint32_t, uint32_t>({
      {"a", 1, 1},
      {"nhs no", 6, 6},
      {"a?b", 1, 2},
      {"a{3}", 3, 3},
      {"a{2,5}", 2, 5},
      {"(?:ab|c){2,3}", 2, 6},
      {"(?:|ab)c", 1, 3},
      {R"(\d{3}[ .-]?\d{3}[ .-]?\d{4})", 10, 12},
      {".{1,128}", 1, 128},
  }));
  CAPTURE(source);
  const Regex regex = Regex::Parse(source).value();
  CHECK(regex.min_width() == min);
  CHECK(regex.max_width() == max);
}

TEST_CASE("A class holds what is written, in both cases", "[regex][regex]") {
  const auto [source, expected] = GENERATE(table<std::string, std::string>({
      {"a", "Aa"},
      {"1", "1"},
      {"[a-c]", "ABCabc"},
      {"[A-C_]", "ABC_abc"},
      {R"([\d.-])", "0123456789.-"},
      {R"([-\d])", "0123456789-"},
      {"[+--]", "+,-"},
      {"[a^]", "Aa^"},
      {R"([\]\[\\])", "[]\\"},
      {R"(\x41)", "Aa"},
      {R"([\x30-\x32])", "012"},
      {R"(\_)", "_"},
      {R"(\ )", " "},
      {R"([^\D])", "0123456789"},
      {R"([\n])", "\n"},
      {"[.?*+(){}|$]", ".?*+(){}|$"},
  }));
  CAPTURE(source);
  const Regex regex = Regex::Parse(source).value();
  REQUIRE(regex.root().kind == RegexNode::Kind::kClass);
  CHECK(regex.root().bytes == SetOf(expected));
}

TEST_CASE("A case-sensitive regex keeps its case, negated classes too", "[regex][regex]") {
  const RegexOptions options = {.is_case_sensitive = true};
  CHECK(Regex::Parse("[a-c]", options)->root().bytes == SetOf("abc"));
  CHECK(Regex::Parse("[^a]", options)->root().bytes.test('A'));
  CHECK(Regex::Parse("a", options)->is_case_sensitive());
}

TEST_CASE("The tree is as the regex is written", "[regex][regex]") {
  const Regex regex = Regex::Parse("a(?:bc|d){2,3}|e").value();
  const RegexNode& root = regex.root();
  REQUIRE(root.kind == RegexNode::Kind::kAlternate);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[1].kind == RegexNode::Kind::kClass);
  const RegexNode& sequence = root.children[0];
  REQUIRE(sequence.kind == RegexNode::Kind::kConcat);
  REQUIRE(sequence.children.size() == 2);
  const RegexNode& repeat = sequence.children[1];
  REQUIRE(repeat.kind == RegexNode::Kind::kRepeat);
  CHECK(repeat.min_count == 2);
  CHECK(repeat.max_count == 3);
  CHECK(repeat.children.front().kind == RegexNode::Kind::kAlternate);
  CHECK(repeat.children.front().expanded_nodes == 5);
  CHECK(repeat.expanded_nodes == 16);
  CHECK(root.expanded_nodes == 20);
}

TEST_CASE("A group or a count of one adds no node", "[regex][regex]") {
  CHECK(Regex::Parse("(?:(?:a){1}){1,1}")->root().kind == RegexNode::Kind::kClass);
}

TEST_CASE("A copy of a regex shares its tree and outlives the original", "[regex][regex]") {
  auto original = Regex::Parse("abc");
  const Regex copy = *original;
  CHECK(&copy.root() == &original->root());
  original = Regex::Parse("d");
  CHECK(copy.source() == "abc");
  CHECK(MatchesWhole(copy, "abc"));
}

TEST_CASE("The limits are the last values that parse", "[regex][regex]") {
  const auto nested = [](uint32_t depth) {
    std::string source;
    for (uint32_t i = 0; i < depth; ++i) source += "(?:";
    return source + "a" + std::string(depth, ')');
  };
  CHECK(Regex::Parse(nested(kMaxRegexDepth)));
  CHECK_FALSE(Regex::Parse(nested(kMaxRegexDepth + 1)));
  CHECK(Regex::Parse(nested(kMaxRegexDepth) + nested(kMaxRegexDepth)));

  CHECK(Regex::Parse("[" + std::string(kMaxRegexSourceBytes - 2, 'a') + "]"));
  CHECK_FALSE(Regex::Parse("[" + std::string(kMaxRegexSourceBytes - 1, 'a') + "]"));

  CHECK(Regex::Parse("(?:ab){64}"));
  CHECK_FALSE(Regex::Parse("(?:ab){65}"));
}

TEST_CASE("Repeats that would expand without bound are refused before they do", "[regex][regex]") {
  const auto source =
      GENERATE(as<std::string>{}, "(?:a{128}){128}", "(?:(?:(?:a{0,9}){0,99}){0,99}){0,99}",
               "(?:(?:a{128}|b){128}|c){128}");
  CAPTURE(source);
  const auto regex = Regex::Parse(source);
  REQUIRE_FALSE(regex);
  CHECK_THAT(regex.error().message, ContainsSubstring("128 bytes wide"));

  std::string alternation = "(?:a";
  for (int i = 0; i < 200; ++i) alternation += "|b";
  const auto large = Regex::Parse(alternation + "){128}");
  REQUIRE_FALSE(large);
  CHECK_THAT(large.error().message, ContainsSubstring("16384 parts"));
}

}  // namespace
}  // namespace gatepost
