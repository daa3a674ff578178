#include "base/zeroed_array.h"

#include <cstdint>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("an array begins as zeros, and can be made so again", "[base][zeroed_array]") {
  constexpr size_t kSize = 100'000;
  ZeroedArray<uint32_t> array(kSize);
  CHECK(array[0] == 0);
  CHECK(array[kSize - 1] == 0);
  uint32_t& last = array[kSize - 1];
  last = 7;
  CHECK(array[kSize - 1] == 7);
  array.Clear();
  CHECK(last == 0);  // it is where it was
}

}  // namespace
}  // namespace gatepost
