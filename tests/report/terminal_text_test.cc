#include "report/terminal_text.h"

#include <random>
#include <string>

#include "base/utf8.h"
#include "catch.h"
#include "text/offsets.h"

using namespace gatepost;

namespace {

std::string Wrapped(std::string_view words, uint32_t indent, uint32_t columns) {
  std::string out;
  AppendWrapped(words, indent, columns, out);
  return out;
}

}  // namespace

TEST_CASE("Printable text is one line without control characters", "[report][terminal_text]") {
  CHECK(Printable("plain") == "plain");
  CHECK(Printable("caf\u00E9 \U0001F642") == "caf\u00E9 \U0001F642");
  CHECK(Printable("a\tb\nc") == "a b↵c");
  CHECK(Printable("\x1B[31mred\x07\x7F") == "·[31mred··");
  CHECK(Printable("\u009B31m\u2028") == "·31m·");
  CHECK(Printable(std::string_view("a\0b\r", 4)) == "a·b·");
  CHECK(Printable("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("Characters that turn the direction of writing are shown as dots",
          "[report][terminal_text]") {
  CHECK(Printable("a\u202Eb\u2066c\u200Fd\u061C") == "a·b·c·d·");
}

TEST_CASE("Whatever bytes come, no control character and valid UTF-8 goes out",
          "[report][terminal_text]") {
  std::mt19937_64 random(20240504);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (size_t i = random() % 30; i > 0; --i) bytes += static_cast<char>(random() & 0xFF);
    const std::string shown = Printable(bytes);
    REQUIRE(IsValidUtf8(shown));
    for (size_t at = 0; at < shown.size();) {
      const CodePoint point = DecodeUtf8(shown, at);
      REQUIRE(point.value >= 0x20);
      REQUIRE((point.value < 0x7F || point.value >= 0xA0));
      at += point.size;
    }
  }
}

TEST_CASE("Text is fitted in whole characters by their width", "[report][terminal_text]") {
  CHECK(FittingBegin("abcdef", 3) == "abc");
  CHECK(FittingEnd("abcdef", 3) == "def");
  CHECK(FittingBegin("abc", 3) == "abc");
  CHECK(FittingEnd("abc", 9) == "abc");
  CHECK(FittingBegin("abc", 0).empty());
  CHECK(FittingEnd("abc", 0).empty());
  // Two wide characters take four columns; e with a combining accent takes one.
  CHECK(FittingBegin("電話番号", 5) == "電話");
  CHECK(FittingEnd("電話番号", 5) == "番号");
  CHECK(FittingBegin("e\u0301e\u0301x", 2) == "e\u0301e\u0301");
  CHECK(FittingEnd("xe\u0301e\u0301", 1) == "e\u0301");
}

TEST_CASE("Words are wrapped at spaces and indented", "[report][terminal_text]") {
  CHECK(Wrapped("one two three", 2, 80) == "one two three\n");
  CHECK(Wrapped("one two three", 2, 7) == "one two\n  three\n");
  CHECK(Wrapped("one two three", 4, 6) == "one\n    two\n    three\n");
  CHECK(Wrapped("unbreakable word", 2, 4) == "unbreakable\n  word\n");
  CHECK(Wrapped("電話 番号", 2, 8) == "電話\n  番号\n");
  CHECK(Wrapped("", 2, 10) == "\n");
}

TEST_CASE("Colours wrap the text, and without them it stays bare", "[report][terminal_text]") {
  std::string plain;
  Painter(false).Append(Ink::kRed, "BLOCK", plain);
  CHECK(plain == "BLOCK");
  std::string coloured = "> ";
  Painter(true).Append(Ink::kRed, "BLOCK", coloured);
  CHECK(coloured == "> \033[1;31mBLOCK\033[0m");
}

TEST_CASE("Counts have the noun's plural, columns their width", "[report][terminal_text]") {
  CHECK(Counted(0, "post") == "0 posts");
  CHECK(Counted(1, "match") == "1 match");
  CHECK(Counted(2, "no-match") == "2 no-matches");
  CHECK(Padded("ab", 4) == "ab  ");
  CHECK(Padded("abcde", 4) == "abcde");
}
