#include "text/grapheme.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "base/utf8.h"
#include "catch.h"
#include "random_text.h"

namespace gatepost {
namespace {

uint32_t Size(std::string_view text) { return static_cast<uint32_t>(text.size()); }

// Where clusters begin and end, found by asking for every byte.
std::vector<uint32_t> BoundariesOf(std::string_view text) {
  std::set<uint32_t> boundaries;
  for (uint32_t byte = 0; byte <= Size(text); ++byte) {
    boundaries.insert(GraphemeBegin(text, byte));
    boundaries.insert(GraphemeEnd(text, byte));
  }
  return {boundaries.begin(), boundaries.end()};
}

std::vector<uint32_t> IcuBoundariesOf(icu::BreakIterator& iterator, const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  UText* const source =
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &error);
  iterator.setText(source, error);
  REQUIRE(U_SUCCESS(error));
  std::vector<uint32_t> boundaries;
  for (int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    boundaries.push_back(static_cast<uint32_t>(at));
  }
  utext_close(source);
  return boundaries;
}

}  // namespace

TEST_CASE("what a reader takes for one character is one cluster", "[text][grapheme]") {
  const char* const cluster =
      GENERATE("a", "é", "e\u0301", "\r\n", "1\uFE0F\u20E3", "🇬🇧", "👩\u200D👩\u200D👧", "👍🏽",
               "❤\uFE0F", "🏴\U000E0067\U000E0062\U000E007F", "한", "\u1112\u1161\u11AB",
               "\u0600\u0661", "ก\u0E33", "\u0915\u0903");
  const std::string text = std::string("x") + cluster + "x";
  const uint32_t end = Size(text) - 1;
  CAPTURE(cluster);
  CHECK(BoundariesOf(text) == std::vector<uint32_t>{0, 1, end, end + 1});
  for (uint32_t byte = 2; byte < end; ++byte) {
    CHECK(GraphemeBegin(text, byte) == 1);
    CHECK(GraphemeEnd(text, byte) == end);
  }
}

TEST_CASE("flags pair from the first regional indicator of a run", "[text][grapheme]") {
  CHECK(BoundariesOf("🇬🇧🇫🇷🇩") == std::vector<uint32_t>{0, 8, 16, 20});
}

TEST_CASE("controls and line ends stand alone", "[text][grapheme]") {
  CHECK(BoundariesOf("\n\r\u0301") == std::vector<uint32_t>{0, 1, 2, 4});
  CHECK(BoundariesOf("\u200B\u0301") == std::vector<uint32_t>{0, 3, 5});
}

TEST_CASE("an invalid sequence is a cluster of its own", "[text][grapheme]") {
  CHECK(BoundariesOf("a\xE2\x82\u0301") == std::vector<uint32_t>{0, 1, 3, 5});
  CHECK(BoundariesOf("\x80\x80\x80\x80\x80") == std::vector<uint32_t>{0, 1, 2, 3, 4, 5});
  CHECK(BoundariesOf("\xF0\x9F\x98\xC3\xA9") == std::vector<uint32_t>{0, 3, 5});
}

TEST_CASE("the ends of a text are boundaries, of an empty one too", "[text][grapheme]") {
  CHECK(GraphemeBegin("", 0) == 0);
  CHECK(GraphemeEnd("", 0) == 0);
  CHECK(GraphemeBegin("e\u0301", 3) == 3);
  CHECK(GraphemeEnd("e\u0301", 0) == 0);
}

TEST_CASE("boundaries of valid text are ICU's", "[text][grapheme]") {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  REQUIRE(U_SUCCESS(error));
  RandomText random(11);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = i % 2 == 0 ? random.Awkward(25) : random.Any(25);
    CAPTURE(i);
    REQUIRE(BoundariesOf(text) == IcuBoundariesOf(*iterator, text));
  }
}

TEST_CASE("begin and end are monotone and each boundary is its own, in any bytes",
          "[text][grapheme]") {
  RandomText random(12);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random.Broken(30);
    uint32_t last_begin = 0;
    uint32_t last_end = 0;
    for (uint32_t byte = 0; byte <= Size(text); ++byte) {
      const uint32_t begin = GraphemeBegin(text, byte);
      const uint32_t end = GraphemeEnd(text, byte);
      CAPTURE(i, byte, begin, end);
      REQUIRE(begin <= byte);
      REQUIRE(end >= byte);
      REQUIRE(begin >= last_begin);
      REQUIRE(end >= last_end);
      REQUIRE(GraphemeBegin(text, begin) == begin);
      REQUIRE(GraphemeEnd(text, end) == end);
      last_begin = begin;
      last_end = end;
    }
  }
}

TEST_CASE("deep inside a cluster longer than the reach every code point is a boundary",
          "[text][grapheme]") {
  std::string text = "a";
  const uint32_t marks = 3 * kGraphemeReach;
  for (uint32_t i = 0; i < marks; ++i) text += "\u0301";
  CHECK(GraphemeBegin(text, 1 + 2 * (kGraphemeReach - 1)) == 0);
  const uint32_t middle = 1 + marks;
  CHECK(GraphemeBegin(text, middle) == middle);
  CHECK(GraphemeEnd(text, middle) == middle);
  CHECK(GraphemeBegin(text, middle + 1) == middle);
  CHECK(GraphemeEnd(text, middle + 1) == middle + 2);
  uint32_t last = 0;
  for (uint32_t byte = 0; byte <= Size(text); ++byte) {
    REQUIRE(GraphemeBegin(text, byte) >= last);
    last = GraphemeBegin(text, byte);
    REQUIRE(GraphemeBegin(text, last) == last);
  }
}

}  // namespace gatepost
