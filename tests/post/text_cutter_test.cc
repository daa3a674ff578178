#include "post/text_cutter.h"

#include <string>
#include <vector>

#include "base/utf8.h"
#include "catch.h"

using namespace gatepost;

namespace {

std::vector<std::string> PartsOf(std::string_view text, uint64_t max, size_t block_bytes = 5) {
  const auto source = SourceOver(text, block_bytes);
  TextCutter cutter(*source, max);
  std::vector<std::string> parts;
  uint64_t offset = 0;
  for (auto record = cutter.Next(); *record; record = cutter.Next()) {
    CHECK((*record)->offset == offset);
    CHECK((*record)->number == parts.size());
    offset += (*record)->bytes.size();
    parts.emplace_back((*record)->bytes);
  }
  CHECK(offset == text.size());
  return parts;
}

}  // namespace

TEST_CASE("A text of up to the limit is one part", "[post][text_cutter]") {
  CHECK(PartsOf("", 10).empty());
  CHECK(PartsOf("one\n\ntwo..", 10) == std::vector<std::string>{"one\n\ntwo.."});
}

TEST_CASE("A longer one is cut where texts have their joints", "[post][text_cutter]") {
  using List = std::vector<std::string>;
  CHECK(PartsOf("one a\n\ntwo\nb c", 10) == List{"one a\n\n", "two\nb c"});
  CHECK(PartsOf("one two\nb c d", 10) == List{"one two\n", "b c d"});
  CHECK(PartsOf("one two b c d", 10) == List{"one two b ", "c d"});
  CHECK(PartsOf("onetwobcdefgh", 10) == List{"onetwobcde", "fgh"});
}

TEST_CASE("Where there is no joint it is cut between characters", "[post][text_cutter]") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "€";
  for (const uint64_t max : {4U, 5U, 6U, 10U}) {
    CAPTURE(max);
    for (const std::string& part : PartsOf(text, max)) CHECK(IsValidUtf8(part));
  }
  CHECK(PartsOf(std::string(20, '\x80'), 7).size() == 3);
  CHECK(PartsOf("€€", 1).size() == 6);
}

TEST_CASE("Parts are the same in blocks of every size", "[post][text_cutter]") {
  const std::string text = "first line\nsecond\n\nthird one is longer than that\n\n\nend";
  const auto parts = PartsOf(text, 16, 1000);
  for (size_t block = 1; block < 60; ++block) CHECK(PartsOf(text, 16, block) == parts);
}

TEST_CASE("A source that fails gives what came before, and then says so", "[post][text_cutter]") {
  class Failing final : public ByteSource {
   public:
    Result<std::string_view> Next() override {
      if (has_given_) return Fail(ErrorCode::kUnreadable, "the disk is gone");
      has_given_ = true;
      return std::string_view("before");
    }

   private:
    bool has_given_ = false;
  };
  Failing source;
  TextCutter cutter(source, 100);
  CHECK((*cutter.Next())->bytes == "before");
  CHECK(cutter.Next().error().message == "the disk is gone");
}
