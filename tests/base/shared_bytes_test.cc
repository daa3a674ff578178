#include "base/shared_bytes.h"

#include <memory>
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

TEST_CASE("bytes are kept by whoever is said to own them", "[base][shared_bytes]") {
  auto text = std::make_shared<const std::string>("abc");
  const SharedBytes bytes(text, *text);
  const std::weak_ptr<const std::string> watched = text;
  text.reset();
  CHECK(bytes.view() == "abc");
  CHECK_FALSE(watched.expired());
}

}  // namespace
}  // namespace gatepost
