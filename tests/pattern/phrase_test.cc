#include "pattern/phrase.h"

#include <string>

#include "catch.h"
#include "test_patterns.h"

namespace gatepost {

TEST_CASE("a phrase is folded as posts are, lower case, with single spaces", "[pattern][phrase]") {
  const auto [text, phrase] = GENERATE(table<std::string, std::string>({
      {"NHS number", "nhs number"},
      {"  rhif   ff\u00F4n\t", "rhif ffon"},
      {"tel:", "tel:"},
      {"\u00A3", "$"},
      {"#", "#"},
      {"A&E", "a&e"},
      {"e\u2011mail", "e-mail"},
      {"two\nlines", "two lines"},
      {" ", ""},
  }));
  CAPTURE(text);
  CHECK(FoldedPhrase(text) == phrase);
}

TEST_CASE("phrases that patterns may have, the longest of 16 words", "[pattern][phrase]") {
  const std::string phrase =
      GENERATE("\u00A3", "#", "\u260E", "\u2709", "\U0001F3E0", "_", "A&E", "patient's o'clock",
               "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 x's");
  CAPTURE(phrase);
  CHECK(ParsePattern(BadgeWith("", "[context]\nnear = [\"" + phrase + "\"]\npoints = 5\n"),
                     "a.toml", kTestLists));
}

TEST_CASE("a phrase of signs that are no words or of more than 16 words is refused",
          "[pattern][phrase]") {
  const std::string phrase =
      GENERATE("-", ":", "'", "( . )", "a b c d e f g h i j k l m n o p q",
               "## ## ## ## ## ## ## ## #", "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q");
  const std::string key = GENERATE("near", "against");
  CAPTURE(phrase, key);
  const Result<Pattern> pattern =
      ParsePattern(BadgeWith("", "[context]\n" + key + " = [\"" + phrase + "\"]\npoints = 5\n"),
                   "a.toml", kTestLists);
  REQUIRE_FALSE(pattern);
  CHECK_THAT(pattern.error().message,
             ContainsSubstring("no word in it") || ContainsSubstring("has 17 words"));
}

}  // namespace gatepost
