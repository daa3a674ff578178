#include "validate/word_table.h"

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a table holds its own words in any case and no others", "[validate][word_table]") {
  constexpr WordTable kWords({"ar", "pen", "y", "yr"});
  for (const std::string_view word : {"ar", "Ar", "PEN", "y", "yr"}) CHECK(kWords.Holds(word));
  for (const std::string_view word : {"", "a", "are", "pe", "yn", "z"}) {
    CHECK_FALSE(kWords.Holds(word));
  }
}

}  // namespace
}  // namespace gatepost
