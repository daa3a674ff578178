#include "base/shared_bytes.h"

#include <string>
#include <string_view>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a part outlives the bytes that it is of", "[base][shared_bytes]") {
  const std::string text(1000, 'a');
  SharedBytes part;
  CHECK(part.empty());
  {
    const SharedBytes whole(text + "bcd");
    part = whole.Part(whole.view().substr(1000, 2));
  }
  CHECK(part.view() == "bc");
  const SharedBytes copy = part.Part(part.view().substr(1));
  part = SharedBytes("another");
  CHECK(copy.view() == "c");
}

TEST_CASE("bytes that are filled in part have that part", "[base][shared_bytes]") {
  const auto fill = [](char* to) { return std::string_view("abc").copy(to, 3); };
  CHECK(SharedBytes(3, fill).view() == "abc");
  CHECK(SharedBytes(1000, fill).view() == "abc");
  CHECK(SharedBytes(0, [](char*) { return size_t{0}; }).empty());
}

}  // namespace
}  // namespace gatepost
