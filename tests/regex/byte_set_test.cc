#include "regex/byte_set.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("A class is written as briefly as it reads well", "[regex][byte_set]") {
  const auto [bytes, expected] = GENERATE(table<std::string, std::string>({
      {"a", "a"},
      {".", "\\."},
      {"\n", "\\x0a"},
      {"\x7F", "\\x7f"},
      {"ab", "[ab]"},
      {"abc", "[abc]"},
      {"abcd", "[a-d]"},
      {"0123456789ABCDEF", "[0-9A-F]"},
      {" .-", "[ \\-\\.]"},
      {"]^\\", "[\\\\\\]\\^]"},
  }));
  CHECK(ToClassSource(SetOf(bytes)) == expected);
}

TEST_CASE("Both cases are added for letters and nothing else", "[regex][byte_set]") {
  CHECK(WithBothCases(SetOf("aZ1@[`{")) == SetOf("aAzZ1@[`{"));
}

TEST_CASE("Negation leaves out NUL and newline", "[regex][byte_set]") {
  CHECK(Negated({}).count() == 126);
  CHECK_FALSE(Negated({}).test(0));
  CHECK_FALSE(Negated(SetOf("a")).test('\n'));
  CHECK_FALSE(Negated(SetOf("a")).test('a'));
  CHECK(Negated(SetOf("a")).test('A'));
}

TEST_CASE("One byte or both cases of one letter are a literal", "[regex][byte_set]") {
  const auto [bytes, is_literal] = GENERATE(table<std::string, bool>({
      {"a", true},
      {"aA", true},
      {"7", true},
      {"ab", false},
      {"aB", false},
      {"@`", false},
      {"aAb", false},
  }));
  CAPTURE(bytes);
  CHECK(IsOneLiteral(SetOf(bytes)) == is_literal);
}

}  // namespace
}  // namespace gatepost
