#include "text/offsets.h"

#include <string>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "catch.h"
#include "random_text.h"

namespace gatepost {
namespace {

// The units counted the slow way.
SpanUnits CountedFromStart(std::string_view text, Span bytes) {
  SpanUnits units{bytes, {}, {}};
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    const size_t end = at + point.size;
    const uint32_t utf16 = point.value > 0xFFFF ? 2 : 1;
    if (end <= bytes.begin) {
      ++units.codepoints.begin;
      units.utf16.begin += utf16;
    }
    if (end <= bytes.end) {
      ++units.codepoints.end;
      units.utf16.end += utf16;
    }
    at = end;
  }
  return units;
}

}  // namespace

TEST_CASE("a span is told in code points and in UTF-16 units", "[text][offsets]") {
  const std::string text = "é😀a\xFFz";
  OffsetCounter counter(text);
  const SpanUnits units = counter.Units({2, 7});
  CHECK(units.bytes == Span{2, 7});
  CHECK(units.codepoints == Span{1, 3});
  CHECK(units.utf16 == Span{1, 4});
  CHECK(counter.Units({7, 9}).codepoints == Span{3, 5});
}

TEST_CASE("places are told by line and column, counted in code points", "[text][offsets]") {
  const std::string text = "né\r\nb\n\nx";
  OffsetCounter counter(text);
  struct Row {
    uint32_t byte, line, column;
  };
  for (const Row row : {Row{0, 1, 1}, Row{3, 1, 3}, Row{4, 1, 4}, Row{5, 2, 1}, Row{6, 2, 2},
                        Row{7, 3, 1}, Row{8, 4, 1}, Row{9, 4, 2}}) {
    CAPTURE(row.byte);
    const LineColumn place = counter.Place(row.byte);
    CHECK(place.line == row.line);
    CHECK(place.column == row.column);
  }
}

TEST_CASE("a place inside a code point counts as its begin and one past the end as the end",
          "[text][offsets]") {
  OffsetCounter counter("a😀b");
  CHECK(counter.Units({1, 3}).codepoints == Span{1, 1});
  CHECK(counter.Units({4, 5}).codepoints == Span{1, 2});
  CHECK(counter.Units({6, 99}).codepoints == Span{3, 3});
}

TEST_CASE("places may be asked in any order", "[text][offsets]") {
  RandomText random(21);
  for (int i = 0; i < 200; ++i) {
    const std::string text = random.Next(40);
    OffsetCounter counter(text);
    for (int j = 0; j < 20; ++j) {
      const auto begin = static_cast<uint32_t>(random.Below(text.size() + 1));
      const auto end = static_cast<uint32_t>(begin + random.Below(text.size() - begin + 1));
      const SpanUnits expected = CountedFromStart(text, {begin, end});
      const SpanUnits units = counter.Units({begin, end});
      CAPTURE(i, begin, end);
      REQUIRE(units.codepoints == expected.codepoints);
      REQUIRE(units.utf16 == expected.utf16);
    }
  }
}

TEST_CASE("the width on a terminal counts wide characters twice and marks not at all",
          "[text][offsets]") {
  struct Row {
    const char* text;
    uint32_t width;
  };
  for (const Row row :
       {Row{"", 0}, Row{"abc", 3}, Row{"e\u0301", 1}, Row{"电话", 4}, Row{"😀", 2}, Row{"ａ", 2},
        Row{"한", 2}, Row{"\u1112\u1161\u11AB", 2}, Row{"a\u200Bb", 2}, Row{"🇬🇧", 2},
        Row{"ก\u0E34", 1}, Row{"\xFF\xE2\x82", 2}, Row{"\t\n", 2}}) {
    CAPTURE(row.text);
    CHECK(DisplayWidth(row.text) == row.width);
  }
}

TEST_CASE("widths follow Unicode's East Asian Width", "[text][offsets]") {
  for (UChar32 value = 0x20; value < 0x110000; ++value) {
    if (u_charType(value) == U_SURROGATE) continue;
    const int32_t width = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
    const bool is_wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH;
    std::string text;
    AppendUtf8(static_cast<char32_t>(value), text);
    const uint32_t measured = DisplayWidth(text);
    if (measured != 0 && measured != (is_wide ? 2U : 1U)) FAIL_CHECK(value << ": " << measured);
    if (measured == 0 && u_isgraph(value) != 0 && u_isalnum(value) != 0 &&
        u_getIntPropertyValue(value, UCHAR_HANGUL_SYLLABLE_TYPE) == U_HST_NOT_APPLICABLE &&
        u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
      FAIL_CHECK(value << " is visible");
    }
  }
  SUCCEED();
}

}  // namespace gatepost
