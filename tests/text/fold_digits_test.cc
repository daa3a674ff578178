#include <fstream>
#include <sstream>
#include <string>

#include "base/utf8.h"
#include "catch.h"
#include "text/fold.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

std::string Utf8(char32_t value) {
  std::string text;
  AppendUtf8(value, text);
  return text;
}

struct DigitRow {
  char32_t value = 0;
  std::string digit, kind, name;
};

// data/unicode-digits.tsv: code point, digit, kind, how, name
std::vector<DigitRow> DigitRows() {
  std::ifstream file(GATEPOST_SOURCE_DIR "/tests/text/data/unicode-digits.tsv");
  std::vector<DigitRow> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream columns(line);
    std::string code, how;
    DigitRow row;
    columns >> code >> row.digit >> row.kind >> how;
    std::getline(columns >> std::ws, row.name);
    row.value = static_cast<char32_t>(std::stoul(code, nullptr, 16));
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("every decimal digit of every script is its ASCII digit", "[text][fold]") {
  int count = 0;
  for (const DigitRow& row : DigitRows()) {
    if (row.kind != "Nd") continue;
    ++count;
    CAPTURE(row.name);
    CHECK(Folded(Utf8(row.value)) == row.digit);
    CHECK(Folded("1" + Utf8(row.value) + "\u0301 2") == "1" + row.digit + " 2");
  }
  CHECK(count == 690);
}

TEST_CASE("every marked digit is a digit beside another of its kind and a symbol alone",
          "[text][fold]") {
  int count = 0;
  for (const DigitRow& row : DigitRows()) {
    if (row.kind != "digit") continue;
    ++count;
    CAPTURE(row.name);
    const std::string digit = Utf8(row.value);
    CHECK(Folded("900" + digit + "x") == std::string("900") + kSymbolMark + "x");
    CHECK(Folded(digit + digit) == row.digit + row.digit);
    CHECK(Folded(digit + digit + digit) == row.digit + row.digit + row.digit);
  }
  CHECK(count == 96);
}

TEST_CASE("other numeric symbols never become digits", "[text][fold]") {
  int count = 0;
  for (const DigitRow& row : DigitRows()) {
    if (row.kind != "num") continue;
    ++count;
    CAPTURE(row.name);
    CHECK(Folded(Utf8(row.value)).find_first_of("0123456789") == std::string::npos);
  }
  CHECK(count == 78);
}

TEST_CASE("decimal digits newer than Unicode 15 are known", "[text][fold]") {
  // Garay, Myanmar Pao and Eastern Pwo Karen, Sunuwar, Gurung Khema, Kirat Rai, Ol Onal (16);
  // Tolong Siki (17)
  const char32_t zero = GENERATE(as<char32_t>{}, 0x10D40, 0x116D0, 0x116DA, 0x11BF0, 0x16130,
                                 0x16D70, 0x1E5F1, 0x11DE0);
  CAPTURE(static_cast<uint32_t>(zero));
  for (char32_t i = 0; i < 10; ++i) CHECK(Folded(Utf8(zero + i)) == std::to_string(i));
}

}  // namespace gatepost
