#include "post/peeked_source.h"

#include <algorithm>
#include <string>

#include "catch.h"

using namespace gatepost;

namespace {

// Gives its text and then fails.
class Failing final : public ByteSource {
 public:
  Result<std::string_view> Next() override {
    if (++calls_ == 1) return std::string_view("text");
    return Fail(ErrorCode::kUnreadable, "broken");
  }

 private:
  int calls_ = 0;
};

}  // namespace

TEST_CASE("What was peeked at is read all the same", "[post][peeked_source]") {
  const std::string text = "0123456789";
  for (size_t block = 1; block <= 11; ++block) {
    for (size_t peek = 0; peek <= 12; ++peek) {
      CAPTURE(block, peek);
      const auto source = SourceOver(text, block);
      PeekedSource peeked(*source);
      const std::string_view head = peeked.Peek(peek / 2);
      CHECK(text.starts_with(head));
      CHECK(peeked.Peek(peek).size() >= std::min<size_t>(peek, text.size()));
      CHECK(text.starts_with(peeked.Peek(peek)));
      CHECK(peeked.is_whole() == (peek > text.size()));
      CHECK(*ReadAll(peeked, 100) == text);
      CHECK(peeked.Next()->empty());
    }
  }
}

TEST_CASE("A failure comes after what was read before it", "[post][peeked_source]") {
  Failing source;
  PeekedSource peeked(source);
  CHECK(peeked.Peek(10) == "text");
  CHECK(peeked.has_failed());
  CHECK_FALSE(peeked.is_whole());
  CHECK(*peeked.Next() == "text");
  CHECK(peeked.Next().error().message == "broken");
  CHECK(peeked.Next().error().message == "broken");
}
