#include "base/index.h"

#include <type_traits>

#include "catch.h"

using namespace gatepost;

TEST_CASE("An index holds its number and is ordered by it", "[base][index]") {
  CHECK(PatternIndex(7).number() == 7);
  CHECK(PatternIndex().number() == 0);
  CHECK(FieldIndex(2) < FieldIndex(10));
  CHECK(FieldIndex(3) == FieldIndex(3));
}

TEST_CASE("One list's index is not another's, nor a bare number", "[base][index]") {
  STATIC_REQUIRE_FALSE(std::is_convertible_v<PatternIndex, VariantIndex>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<size_t, PatternIndex>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<PatternIndex, size_t>);
}
