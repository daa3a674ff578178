#include "post/text_encoding.h"

#include <string>

#include "catch.h"

using namespace gatepost;

namespace {

using Kind = TextEncoding::Kind;

std::string Utf8Of(const std::string& bytes, TextEncoding encoding, size_t block_bytes = 1000) {
  const auto source = SourceOver(bytes, block_bytes);
  const auto text = AsUtf8(*source, encoding);
  const auto all = ReadAll(*text, 1 << 20);
  REQUIRE(all);
  return *all;
}

std::string Utf16(std::u16string_view text, bool is_little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += is_little ? low : high;
    bytes += is_little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 is left as it is, but for its byte order mark", "[post][text_encoding]") {
  CHECK(EncodingOf("caf\u00E9", true).is_utf8());
  CHECK(EncodingOf("", true).is_utf8());
  const TextEncoding marked = EncodingOf("\xEF\xBB\xBFtext", true);
  CHECK(marked == TextEncoding{Kind::kAsIs, 3});
  for (size_t block = 1; block < 8; ++block) {
    CHECK(Utf8Of("\xEF\xBB\xBFtext", marked, block) == "text");
    CHECK(Utf8Of("\xEF\xBB\xBF", marked, block).empty());
  }
}

TEST_CASE("UTF-16 is told by its byte order mark", "[post][text_encoding]") {
  CHECK(EncodingOf(std::string_view("\xFF\xFE\x16\x04", 4), true) ==
        TextEncoding{Kind::kUtf16Le, 2});
  CHECK(EncodingOf(std::string_view("\xFE\xFF\x04\x16", 4), true) ==
        TextEncoding{Kind::kUtf16Be, 2});
}

TEST_CASE("UTF-16 is told by the NULs beside its ASCII", "[post][text_encoding]") {
  const std::u16string_view text = u"id,text\r\n1,Call 07700 900123 \u2013 caf\u00E9\r\n";
  CHECK(EncodingOf(Utf16(text, true), true) == TextEncoding{Kind::kUtf16Le, 0});
  CHECK(EncodingOf(Utf16(text, false), true) == TextEncoding{Kind::kUtf16Be, 0});
}

TEST_CASE("Bytes with NULs that are no UTF-16 are left as they are", "[post][text_encoding]") {
  using namespace std::string_view_literals;
  CHECK(EncodingOf("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, true).is_utf8());
  CHECK(EncodingOf("\x01\0\x02\0\x03\0\x04\0"sv, true).is_utf8());
  CHECK(EncodingOf(std::string(100, '\0'), true).is_utf8());
}

TEST_CASE("UTF-16 is read in blocks of any size", "[post][text_encoding]") {
  const std::u16string_view text = u"caf\u00E9 \u20AC5 \U0001F600 end";
  const bool is_little = GENERATE(true, false);
  const TextEncoding encoding{is_little ? Kind::kUtf16Le : Kind::kUtf16Be, 0};
  for (size_t block = 1; block < 20; ++block) {
    CAPTURE(block);
    CHECK(Utf8Of(Utf16(text, is_little), encoding, block) == "caf\u00E9 \u20AC5 \U0001F600 end");
  }
}

TEST_CASE("What UTF-16 does not allow is U+FFFD", "[post][text_encoding]") {
  const TextEncoding encoding{Kind::kUtf16Le, 0};
  const std::string high = Utf16({u"\xD83D", 1}, true);
  const std::string low = Utf16({u"\xDE00", 1}, true);
  const std::string a = Utf16(u"a", true);
  for (size_t block = 1; block < 7; ++block) {
    CHECK(Utf8Of(a + high + a, encoding, block) == "a\uFFFDa");
    CHECK(Utf8Of(a + low + a, encoding, block) == "a\uFFFDa");
    CHECK(Utf8Of(low + high, encoding, block) == "\uFFFD\uFFFD");
    CHECK(Utf8Of(high + high + low, encoding, block) == "\uFFFD\U0001F600");
    CHECK(Utf8Of(a + "b", encoding, block) == "a\uFFFD");
  }
}

TEST_CASE("Text that is hardly UTF-8 is Windows-1252", "[post][text_encoding]") {
  const std::string text = "\x93Price\x94 \x80 5, caf\xE9 \x81";
  CHECK(EncodingOf(text, true).kind == Kind::kWindows1252);
  for (size_t block = 1; block < 10; ++block) {
    CHECK(Utf8Of(text, {Kind::kWindows1252, 0}, block) ==
          "\u201CPrice\u201D \u20AC 5, caf\u00E9 \uFFFD");
  }
}

TEST_CASE("UTF-8 with a few faults in it stays UTF-8", "[post][text_encoding]") {
  CHECK(EncodingOf("caf\u00E9 \u20AC5 and a broken \xE2\x82 here", true).is_utf8());
}

TEST_CASE("A character that the look at a file cuts off is no fault", "[post][text_encoding]") {
  CHECK(EncodingOf("price \xE2\x82", false).is_utf8());
  CHECK(EncodingOf("price \xE2\x82", true).kind == Kind::kWindows1252);
}

TEST_CASE("JSON is never Windows-1252", "[post][text_encoding]") {
  CHECK(EncodingOf(" {\"text\": \"caf\xE9\"}", true).is_utf8());
  CHECK(EncodingOf("\r\n[\"caf\xE9\"]", true).is_utf8());
  CHECK(EncodingOf("window.YTD.tweets.part0 = [ \"caf\xE9\" ]", true).is_utf8());
}
