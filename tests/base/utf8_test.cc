#include "base/utf8.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

struct Decoded {
  std::string bytes;
  std::vector<char32_t> values;  // U+FFFD for each maximal subpart that is invalid
};

std::vector<char32_t> DecodeAll(const std::string& text) {
  std::vector<char32_t> values;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    values.push_back(point.value);
    at += point.size;
  }
  return values;
}

}  // namespace

TEST_CASE("Every scalar value survives encoding and decoding", "[base][utf8]") {
  size_t wrong = 0;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(value, text);
    const CodePoint point = DecodeUtf8(text, 0);
    if (!point.is_valid || point.value != value || point.size != text.size()) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("Invalid sequences are replaced one maximal subpart at a time", "[base][utf8]") {
  // The examples of the Unicode Standard, section 3.9, tables 3-8 to 3-11.
  const auto example = GENERATE(values<Decoded>({
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
       {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41}},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
       {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41}},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
       {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41, 0xFFFD, 0xFFFD, 0x42}},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41}},
  }));
  CAPTURE(example.bytes);
  CHECK(DecodeAll(example.bytes) == example.values);
  CHECK_FALSE(IsValidUtf8(example.bytes));
}

TEST_CASE("A sequence cut off by the end of the text is invalid", "[base][utf8]") {
  const std::string whole = GENERATE("\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x99\x82");
  CHECK(IsValidUtf8(whole));
  for (size_t size = 1; size < whole.size(); ++size) {
    const CodePoint point = DecodeUtf8(whole.substr(0, size), 0);
    CHECK_FALSE(point.is_valid);
    CHECK(point.value == kReplacement);
    CHECK(point.size == size);
  }
}

TEST_CASE("What is no scalar value is encoded as U+FFFD", "[base][utf8]") {
  const char32_t value = GENERATE(as<char32_t>(), 0xD800, 0xDFFF, 0x110000, 0xFFFFFFFF);
  std::string text = "x";
  AppendUtf8(value, text);
  CHECK(text == "x\xEF\xBF\xBD");
}

TEST_CASE("Text is valid with any ASCII in it, NUL included, and when it is empty",
          "[base][utf8]") {
  CHECK(IsValidUtf8(""));
  CHECK(IsValidUtf8(std::string_view("a\0b\x7F", 4)));
}
