#include "service/annotated_text.h"

#include "catch.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

AnnotatedText Read(std::string_view json) {
  Result<AnnotatedText> text = AnnotatedText::Read(json);
  if (!text) FAIL(text.error().ToString());
  return std::move(*text);
}

}  // namespace

TEST_CASE("a value that runs over markup leads back to all of it", "[service][annotated_text]") {
  const AnnotatedText text = Read(
      R"({"annotation":[{"text":"Ring 077"},{"markup":"<b>"},{"text":"00 900"},{"markup":"</b>"},{"text":"123."}]})");
  CHECK(text.text() == "Ring 07700 900123.");
  CHECK(text.source() == "Ring 077<b>00 900</b>123.");
  CHECK(text.ToSource({5, 17}) == Span{5, 24});
  CHECK(text.ToSource({0, 4}) == Span{0, 4});
  CHECK(text.ToSource({17, 18}) == Span{24, 25});
}

TEST_CASE("markup beside a value is not part of it", "[service][annotated_text]") {
  const AnnotatedText text = Read(
      R"({"annotation":[{"markup":"<p>"},{"text":"12"},{"markup":"</p>","interpretAs":"\n\n"}]})");
  CHECK(text.text() == "12\n\n");
  CHECK(text.ToSource({0, 2}) == Span{3, 5});
}

TEST_CASE("what markup stands for leads back to the markup", "[service][annotated_text]") {
  const AnnotatedText text =
      Read(R"({"annotation":[{"text":"1"},{"markup":"&amp;","interpretAs":"&"},{"text":"2"}]})");
  CHECK(text.text() == "1&2");
  CHECK(text.ToSource({1, 2}) == Span{1, 6});
}

TEST_CASE("half of a surrogate pair is told, and keeps its place", "[service][annotated_text]") {
  const AnnotatedText text = Read(R"({"text":"a\ud83d 1"})");
  CHECK(text.was_repaired());
  CHECK(text.text() == "a\xEF\xBF\xBD 1");
  CHECK_FALSE(Read(R"({"text":"a"})").was_repaired());
}

TEST_CASE("an annotation is either text or markup", "[service][annotated_text]") {
  const char* json = GENERATE(
      R"({"annotation":[{}]})", R"({"annotation":["a"]})", R"({"annotation":{}})",
      R"({"annotation":[{"text":"a","markup":"b"}]})", R"({"annotation":[{"text":1}]})",
      R"({"annotation":[{"markup":null}]})", R"({"annotation":[{"text":"a","interpretAs":"b"}]})",
      R"({"annotation":[{"markup":"a","interpretAs":1}]})", R"(["a"])", R"("a")", "a", "");
  CAPTURE(json);
  CHECK_FALSE(AnnotatedText::Read(json).has_value());
}

TEST_CASE("a text that stands twice is refused: one of them would not be looked at",
          "[service][annotated_text]") {
  const char* json =
      GENERATE(R"({"text":"a","text":"b"})", R"({"annotation":[],"annotation":[{"text":"a"}]})",
               R"({"annotation":[{"text":"a","t\u0065xt":"b"}]})");
  CAPTURE(json);
  CHECK_FALSE(AnnotatedText::Read(json).has_value());
}

TEST_CASE("no annotations are an empty text", "[service][annotated_text]") {
  CHECK(Read(R"({"annotation":[]})").text().empty());
  CHECK(Read(R"({"annotation":[]})").source().empty());
}
