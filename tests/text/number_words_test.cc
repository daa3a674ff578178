#include "text/number_words.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("words for numbers are known in any case, and nothing else is", "[text][number_words]") {
  const auto [word, digits] = GENERATE(table<std::string, std::string>({{"oh", "0"},
                                                                        {"O", "0"},
                                                                        {"OW", "0"},
                                                                        {"and", ""},
                                                                        {"Nine", "9"},
                                                                        {"niner", "9"},
                                                                        {"n1ne", "9"},
                                                                        {"NINETEEN", "19"},
                                                                        {"quadruple", "4"},
                                                                        {"zero", "0"},
                                                                        {"wyth", "8"}}));
  CAPTURE(word);
  const auto found = FindNumberWord(word);
  REQUIRE(found);
  CHECK(found->digits == digits);

  const std::string other = GENERATE("", "z", "oz", "o'", "nin", "nines", "n2ne", "zeros", "an",
                                     "a", "quadruples", "ninf", "wyt@", "@nd", "w");
  CAPTURE(other);
  CHECK_FALSE(FindNumberWord(other));
}
