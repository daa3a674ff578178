#include "base/shared_list.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

std::vector<uint32_t> ItemsOf(const SharedList<uint32_t>& list) {
  return {list.begin(), list.end()};
}

TEST_CASE("a list lies in its bytes as it was made", "[base][shared_list]") {
  const SharedList<uint32_t> made({1, 2, 3});
  SharedList<uint32_t> kept;
  CHECK(kept.empty());
  {
    const auto in = SharedList<uint32_t>::In(SharedBytes(made.bytes()));
    REQUIRE(in.has_value());
    kept = *in;
  }
  CHECK(ItemsOf(kept) == std::vector<uint32_t>{1, 2, 3});
  CHECK(kept.size() == 3);
  CHECK(kept[1] == 2);
}

TEST_CASE("bytes that no list can be are none", "[base][shared_list]") {
  const SharedBytes bytes(std::string(16, 'a'));
  CHECK(SharedList<uint64_t>::In(bytes).has_value());
  CHECK_FALSE(SharedList<uint64_t>::In(bytes.Part(bytes.view().substr(0, 15))).has_value());
  CHECK_FALSE(SharedList<uint64_t>::In(bytes.Part(bytes.view().substr(1, 8))).has_value());
}

}  // namespace
}  // namespace gatepost
