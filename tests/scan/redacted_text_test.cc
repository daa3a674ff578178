#include "scan/redacted_text.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a text without edits is its original, byte for byte", "[scan][redacted_text]") {
  const std::string original("a\r\n\xFF\0b", 6);
  const RedactedText text(original);
  CHECK(text.text() == original);
  CHECK(text.ToOriginal({1, 3}) == Span{1, 3});
}

TEST_CASE("edits stand in the place of what they cover", "[scan][redacted_text]") {
  RedactedText text("one two three");
  text.Add({{.span = {0, 3}, .text = "1"}, {.span = {8, 13}, .text = "[number]"}});
  CHECK(text.text() == "1 two [number]");
  CHECK(text.ToOriginal({0, 1}) == Span{0, 3});
  CHECK(text.ToOriginal({2, 5}) == Span{4, 7});
  CHECK(text.ToOriginal({4, 9}) == Span{6, 13});
  text.Add({{.span = {4, 7}, .text = ""}});
  CHECK(text.text() == "1  [number]");
  CHECK(text.ToOriginal({0, 4}) == Span{0, 13});
}

TEST_CASE("an edit takes the place of those that it overlaps, and counts them",
          "[scan][redacted_text]") {
  RedactedText text("one two three");
  text.Add({{.span = {0, 3}, .text = "1"}, {.span = {8, 13}, .text = "3"}});
  const Span over = text.ToOriginal({2, 7});
  CHECK(over == Span{4, 13});
  CHECK(text.TriesIn(over) == 1);
  CHECK(text.TriesIn({4, 8}) == 0);
  CHECK(text.WithWholeEdits({2, 9}) == Span{0, 13});
  text.Add({{.span = over, .text = "many", .tries = text.TriesIn(over)}});
  CHECK(text.text() == "1 many");
  CHECK(text.edits().size() == 2);
  CHECK(text.TriesIn(over) == 2);
}

TEST_CASE("a removed place is part of what reaches over it alone", "[scan][redacted_text]") {
  RedactedText text("12X34");
  text.Add({{.span = {2, 3}}});
  CHECK(text.text() == "1234");
  CHECK(text.ToOriginal({0, 4}) == Span{0, 5});
  CHECK(text.ToOriginal({0, 2}) == Span{0, 2});
  CHECK(text.ToOriginal({2, 4}) == Span{3, 5});
}

}  // namespace
}  // namespace gatepost
