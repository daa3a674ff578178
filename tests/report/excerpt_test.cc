#include "report/excerpt.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "text/offsets.h"

using namespace gatepost;

namespace {

constexpr std::string_view kValue = "07700 900123";
constexpr std::string_view kMasked = "***** ******";

// Every occurrence of the value, masked.
std::vector<Replacement> MaskedValues(std::string_view text) {
  std::vector<Replacement> replacements;
  for (size_t at = text.find(kValue); at != text.npos; at = text.find(kValue, at + kValue.size())) {
    const auto begin = static_cast<uint32_t>(at);
    replacements.push_back({{begin, begin + static_cast<uint32_t>(kValue.size())}, kMasked});
  }
  return replacements;
}

// Line and carets of the excerpt around the value of that number.
std::string ExcerptOf(const std::string& text, size_t which = 0, uint32_t columns = 72) {
  const auto replacements = MaskedValues(text);
  REQUIRE(which < replacements.size());
  const Excerpt excerpt = MakeExcerpt(text, replacements, which, columns);
  return excerpt.line + "\n" + excerpt.carets;
}

}  // namespace

TEST_CASE("An excerpt is the line of the finding with carets under it", "[report][excerpt]") {
  CHECK(ExcerptOf("before\nring 07700 900123 now\nafter") ==
        "ring ***** ****** now\n"
        "     ^^^^^^^^^^^^");
  CHECK(ExcerptOf("07700 900123") ==
        "***** ******\n"
        "^^^^^^^^^^^^");
  CHECK(ExcerptOf("a\r\n07700 900123\r\nb") ==
        "***** ******\n"
        "^^^^^^^^^^^^");
}

TEST_CASE("Every finding of the line is masked, one is marked", "[report][excerpt]") {
  const std::string text = "ring 07700 900123 or 07700 900123.";
  CHECK(ExcerptOf(text, 0) ==
        "ring ***** ****** or ***** ******.\n"
        "     ^^^^^^^^^^^^");
  CHECK(ExcerptOf(text, 1) ==
        "ring ***** ****** or ***** ******.\n"
        "                     ^^^^^^^^^^^^");
}

TEST_CASE("Wide characters, emoji and combining marks do not shift the carets",
          "[report][excerpt]") {
  CHECK(ExcerptOf("電話07700 900123") ==
        "電話***** ******\n"
        "    ^^^^^^^^^^^^");
  CHECK(ExcerptOf("\U0001F642 07700 900123") ==
        "\U0001F642 ***** ******\n"
        "   ^^^^^^^^^^^^");
  CHECK(ExcerptOf("e\u0301 07700 900123") ==
        "e\u0301 ***** ******\n"
        "  ^^^^^^^^^^^^");
}

TEST_CASE("Tabs are single spaces and control characters dots, and carets stay in place",
          "[report][excerpt]") {
  CHECK(ExcerptOf("\tring\x1B[2J 07700 900123\x07!") ==
        " ring·[2J ***** ******·!\n"
        "          ^^^^^^^^^^^^");
}

TEST_CASE("A long line is cut around the finding", "[report][excerpt]") {
  const std::string words = "one two three four five six seven eight nine ten ";
  CHECK(ExcerptOf(words + "07700 900123 " + words, 0, 40) ==
        "…ght nine ten ***** ****** one two thre…\n"
        "              ^^^^^^^^^^^^");
  CHECK(ExcerptOf("07700 900123 " + words, 0, 40) ==
        "***** ****** one two three four five si…\n"
        "^^^^^^^^^^^^");
  CHECK(ExcerptOf(words + "07700 900123", 0, 40) ==
        "…e six seven eight nine ten ***** ******\n"
        "                            ^^^^^^^^^^^^");
}

TEST_CASE("A finding wider than the terminal is cut at its end", "[report][excerpt]") {
  const std::string text(100, 'x');
  const std::string shown(100, '*');
  const std::vector<Replacement> all = {{{10, 90}, std::string_view(shown).substr(0, 80)}};
  const Excerpt excerpt = MakeExcerpt(text, all, 0, 30);
  CHECK(excerpt.line == "…x" + std::string(27, '*') + "…");
  CHECK(excerpt.carets == "  " + std::string(28, '^'));
}

TEST_CASE("A value over several lines comes with all of them, newlines shown",
          "[report][excerpt]") {
  const std::string text = "above\nhome: 1 Test Road\nAA1 1AA today\nbelow";
  const std::vector<Replacement> shown = {{{12, 31}, "1 Test Road\nAA1 1AA"}};
  const Excerpt unmasked = MakeExcerpt(text, shown, 0, 72);
  CHECK(unmasked.line == "home: 1 Test Road↵AA1 1AA today");
  CHECK(unmasked.carets == "      ^^^^^^^^^^^^^^^^^^^");
  const std::vector<Replacement> masked = {{{12, 31}, "* **** ******** ***"}};
  CHECK(MakeExcerpt(text, masked, 0, 72).line == "home: * **** ******** *** today");
}

TEST_CASE("A value that begins or ends on another line is masked there too", "[report][excerpt]") {
  const std::string text = "call 07700\n900123 or 07700 900456";
  const std::vector<Replacement> all = {{{5, 17}, "***** ******"}, {{21, 33}, "***** ***456"}};
  CHECK(MakeExcerpt(text, all, 1, 72).line == "***** ****** or ***** ***456");
}

TEST_CASE("Invalid bytes beside a finding are replaced", "[report][excerpt]") {
  CHECK(ExcerptOf("\xFF\x80 07700 900123 \xE2\x82") ==
        "\uFFFD\uFFFD ***** ****** \uFFFD\n"
        "   ^^^^^^^^^^^^");
}

TEST_CASE("However a line is cut, it fits, its carets stand under the mask and no digit shows",
          "[report][excerpt]") {
  std::mt19937_64 random(20240505);
  const std::vector<std::string> parts = {"word ",
                                          "電話",
                                          "e\u0301",
                                          "\U0001F642",
                                          "\n",
                                          std::string(kValue),
                                          " ",
                                          "\t",
                                          "\x1B",
                                          "\xFF",
                                          "a long stretch of plain words "};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (size_t i = random() % 60; i > 0; --i) text += parts[random() % parts.size()];
    const auto replacements = MaskedValues(text);
    const auto columns = static_cast<uint32_t>(20 + random() % 80);
    for (size_t which = 0; which < replacements.size(); ++which) {
      const Excerpt excerpt = MakeExcerpt(text, replacements, which, columns);
      CAPTURE(text, columns, which);
      REQUIRE(DisplayWidth(excerpt.line) <= columns);
      REQUIRE(excerpt.line.find_first_of("0123456789\n\x1B") == excerpt.line.npos);
      const size_t caret = excerpt.carets.find('^');
      REQUIRE(excerpt.carets.size() - caret == kMasked.size());
      const size_t mask = excerpt.line.find(kMasked);
      REQUIRE(mask != excerpt.line.npos);
    }
  }
}

TEST_CASE("A line of megabytes costs no more than its excerpt", "[report][excerpt]") {
  const std::string filler(4 << 20, 'x');
  const std::string text = filler + std::string(kValue) + filler;
  const auto begin = static_cast<uint32_t>(filler.size());
  const std::vector<Replacement> all = {{{begin, begin + 12}, kMasked}};
  const Excerpt excerpt = MakeExcerpt(text, all, 0, 40);
  CHECK(excerpt.line == "…xxxxxxxxxxxxx***** ******xxxxxxxxxxxxx…");
  CHECK(excerpt.carets == std::string(14, ' ') + std::string(12, '^'));
}
