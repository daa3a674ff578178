#include "audit/head_source.h"

#include <algorithm>

#include "catch.h"

using namespace gatepost;

namespace {

// Gives the text in blocks, then fails if it is said to.
class Blocks final : public ByteSource {
 public:
  Blocks(std::string_view text, size_t block, bool fails)
      : text_(text), block_(block), fails_(fails) {}
  Result<std::string_view> Next() override {
    if (text_.empty() && fails_) return Fail(ErrorCode::kSyntax, "is damaged.");
    const std::string block(text_.substr(0, block_));
    text_.remove_prefix(block.size());
    // What was given before is gone.
    current_.assign(current_.size(), '!');
    current_ = block;
    return std::string_view(current_);
  }

 private:
  std::string_view text_;
  size_t block_;
  bool fails_;
  std::string current_;
};

std::string TextOf(size_t size) {
  std::string text(size, 'a');
  for (size_t i = 0; i < size; ++i) text[i] = static_cast<char>('a' + i % 23);
  return text;
}

struct Rest {
  std::string text;
  std::string error;
};
Rest ReadRest(HeadSource& source) {
  Rest rest;
  while (true) {
    const Result<std::string_view> block = source.Next();
    if (!block) {
      CHECK(source.Next().error().message == block.error().message);
      rest.error = block.error().message;
      return rest;
    }
    if (block->empty()) {
      CHECK(source.Next().value().empty());
      return rest;
    }
    rest.text += *block;
  }
}

}  // namespace

TEST_CASE("Whatever the blocks and the size, the head is the begin and nothing is lost",
          "[audit][head_source]") {
  const bool fails = GENERATE(false, true);
  const size_t size =
      GENERATE(size_t{0}, 1, 1000, kHeadBytes - 1, kHeadBytes, kHeadBytes + 1, 3 * kHeadBytes + 7);
  const size_t block =
      GENERATE(size_t{1}, 7, 4096, kHeadBytes - 1, kHeadBytes, kHeadBytes + 1, 5 * kHeadBytes);
  CAPTURE(fails, size, block);
  const std::string text = TextOf(size);
  Blocks blocks(text, block, fails);
  HeadSource source(blocks);
  const Result<FileHead> head = source.Head("a.js");
  if (fails && size == 0) {
    REQUIRE_FALSE(head);
    CHECK(head.error().message == "is damaged.");
    CHECK(ReadRest(source).error == "is damaged.");
    return;
  }
  REQUIRE(head);
  CHECK(head->path == "a.js");
  CHECK(head->begin == std::string_view(text).substr(0, kHeadBytes));
  CHECK(head->is_whole == (!fails && size <= kHeadBytes));
  const Rest rest = ReadRest(source);
  CHECK(rest.text == text);
  CHECK(rest.error == (fails ? "is damaged." : ""));
  // The head stands as long as the source does.
  CHECK(head->begin == std::string_view(text).substr(0, kHeadBytes));
}

TEST_CASE("A source whose head nobody asked for is the source", "[audit][head_source]") {
  const std::string text = TextOf(1000);
  Blocks blocks(text, 300, true);
  HeadSource source(blocks);
  const Rest rest = ReadRest(source);
  CHECK(rest.text == text);
  CHECK(rest.error == "is damaged.");
}
