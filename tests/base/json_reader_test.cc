#include "base/json_reader.h"

#include <string>

#include "base/json_events.h"
#include "catch.h"

using namespace gatepost;

namespace {

std::string EventsOf(std::string_view json) {
  JsonReader reader;
  JsonEvents events;
  const auto outcome = reader.Read(json, events);
  if (!outcome) return outcome.error().ToString();
  if (outcome->was_repaired) return "repaired " + events.text();
  if (outcome->had_raw_controls) return "controls " + events.text();
  return events.text();
}

bool IsSyntaxError(std::string_view json) {
  JsonReader reader;
  JsonEvents events;
  const auto outcome = reader.Read(json, events);
  return !outcome && outcome.error().code == ErrorCode::kSyntax;
}

std::string Nested(int depth) {
  std::string json;
  for (int i = 0; i < depth; ++i) json += i % 2 == 0 ? "[" : "{\"a\":";
  json += "1";
  for (int i = depth - 1; i >= 0; --i) json += i % 2 == 0 ? "]" : "}";
  return json;
}

}  // namespace

TEST_CASE("A document is told value by value in its order", "[base][json_reader]") {
  CHECK(EventsOf(R"({"a":[1,true,false,null,"x"],"b":{"c":{}},"d":[]})") ==
        "{a=[#1 true false null 'x' ] b={c={} } d=[] } ");
}

TEST_CASE("Every value of a duplicate key is told", "[base][json_reader]") {
  CHECK(EventsOf(R"({"text":"clean","text":"leak"})") == "{text='clean' text='leak' } ");
  CHECK(EventsOf(R"({"text":"clean","te\u0078t":"leak"})") == "{text='clean' text='leak' } ");
}

TEST_CASE("A root may be any value", "[base][json_reader]") {
  CHECK(EventsOf(" 12 ") == "#12 ");
  CHECK(EventsOf("\"a\"\n") == "'a' ");
  CHECK(EventsOf("true") == "true ");
  CHECK(EventsOf("false ") == "false ");
  CHECK(EventsOf("null") == "null ");
  CHECK(EventsOf("[]") == "[] ");
}

TEST_CASE("Numbers come as they are written, however long", "[base][json_reader]") {
  const std::string number = GENERATE("0", "-0", "9990000018", "123456789012345678901234567890",
                                      "1.50", "-2e10", "1E+5", "0.1e-7", "1e999");
  CAPTURE(number);
  CHECK(EventsOf(number) == "#" + number + " ");
  CHECK(EventsOf("[" + number + "]") == "[#" + number + " ] ");
  CHECK(EventsOf("{\"a\": " + number + " , \"b\":1}") == "{a=#" + number + " b=#1 } ");
}

TEST_CASE("Escapes in strings and keys are undone", "[base][json_reader]") {
  CHECK(EventsOf(R"(["\"\\\/\b\f\n\r\t\u0041\u00e9\u20ac\ud83d\ude42"])") ==
        "['\"\\/\b\f\n\r\tA\u00E9\u20AC\U0001F642' ] ");
  CHECK(EventsOf(R"(["a\u0000b"])") == "['a" + std::string(1, '\0') + "b' ] ");
}

TEST_CASE("A byte order mark before the document is skipped", "[base][json_reader]") {
  CHECK(EventsOf("\xEF\xBB\xBF[1]") == "[#1 ] ");
}

TEST_CASE("Invalid UTF-8 and lone surrogates in strings become U+FFFD, once, and all is read",
          "[base][json_reader]") {
  CHECK(EventsOf("{\"id\":1,\"text\":\"a\xFFz\"}") == "repaired {id=#1 text='a\uFFFDz' } ");
  CHECK(EventsOf(R"({"id":1,"text":"a\ud800z"})") == "repaired {id=#1 text='a\uFFFDz' } ");
  CHECK(EventsOf("{\"a\xC0\":\"\\udfff\"}") == "repaired {a\uFFFD='\uFFFD' } ");
}

TEST_CASE("Raw control characters in strings are kept", "[base][json_reader]") {
  CHECK(EventsOf("[\"a\tb\nc\"]") == "controls ['a\tb\nc' ] ");
  CHECK(EventsOf(std::string_view("[\"a\0b\"]", 7)) ==
        "controls ['a" + std::string(1, '\0') + "b' ] ");
}

TEST_CASE("What is no JSON is refused", "[base][json_reader]") {
  // Most are the cases of the public JSON parsing test suite that every reader must refuse.
  const std::string json = GENERATE(values<std::string>({
      "",
      " ",
      "\n",
      "{",
      "}",
      "[",
      "]",
      "[1",
      "[1,",
      "[1,]",
      "[,1]",
      "[1,,2]",
      "[1 2]",
      "[1}",
      "{]",
      "[\"a\" \"b\"]",
      "[\"a\"1]",
      "[\"\":1]",
      "[:]",
      "[1:2]",
      "{\"a\":1,}",
      "{\"a\" 1}",
      "{\"a\":}",
      "{\"a\"}",
      "{a:1}",
      "{1:1}",
      "{\"a\":1 \"b\":2}",
      "{\"a\":1,,\"b\":2}",
      "{,\"a\":1}",
      "{\"a\"::1}",
      "{\"a\":1:2}",
      "{\"a\":1]",
      "{'a':1}",
      "{\"a\":1}}",
      "[1]]",
      "[1][2]",
      "{}{}",
      "[]x",
      "1 2",
      "\"a\" \"b\"",
      "true false",
      "null null",
      "[true",
      "[tru]",
      "[trues]",
      "[fals]",
      "[nul]",
      "[nulll]",
      "[True]",
      "[NaN]",
      "[Infinity]",
      "[-Infinity]",
      "[01]",
      "[-01]",
      "[00]",
      "[-]",
      "[+1]",
      "[.5]",
      "[1.]",
      "[1.e5]",
      "[1e]",
      "[1e+]",
      "[0x1]",
      "[1_000]",
      "[1a]",
      "[--1]",
      "[1.2.3]",
      "[\"a]",
      "\"",
      "[\"\\",
      "[\"\\\"]",
      "[\"\\q\"]",
      "[\"\\u12\"]",
      "[\"\\u12G4\"]",
      "{\"text\":\"a\",\"b\":tru}",
      "{\"text\":\"a\"",
      "{\"a\":[1}",
      "/* a */ 1",
      "[1]//",
      "\xFF",
      "[\xFF]",
      "[1\xEF\xBB\xBF]",
      "01",
      "-",
      "1.",
      "tru",
      "nul",
  }));
  CAPTURE(json);
  CHECK(IsSyntaxError(json));
}

TEST_CASE("A NUL outside a string is refused", "[base][json_reader]") {
  CHECK(IsSyntaxError(std::string_view("[1]\0", 4)));
  CHECK(IsSyntaxError(std::string_view("\0", 1)));
  CHECK(IsSyntaxError(std::string_view("[1\0]", 4)));
}

TEST_CASE("Nesting is read up to its limit and refused beyond it", "[base][json_reader]") {
  CHECK_FALSE(IsSyntaxError(Nested(kMaxJsonDepth)));
  CHECK(IsSyntaxError(Nested(kMaxJsonDepth + 1)));
  CHECK(IsSyntaxError(std::string(100'000, '[')));
}

TEST_CASE("Errors say what is wrong, where it is known, and what to do", "[base][json_reader]") {
  CHECK(EventsOf("") == "is not valid JSON: it is empty.");
  CHECK(EventsOf("{\"a\":\"b}") ==
        "is not valid JSON: a string is not closed. Add the missing quotation mark, or see whether "
        "the "
        "text was cut off.");
  CHECK(EventsOf("{\"a\":[1,2}") ==
        "1:10: is not valid JSON. Check commas, quotation marks and brackets at this place.");
  CHECK(EventsOf("{\n \"a\": nope\n}") ==
        "2:7: is not valid JSON. Check commas, quotation marks and brackets at this place.");
  CHECK(EventsOf("[\"\\q\"]") ==
        "1:6: is not valid JSON: a string holds an unknown escape. Write a backslash as \\\\.");
  CHECK(EventsOf("[1] [2]") ==
        "1:5: is not valid JSON: something follows after its end. Put one document there.");
  CHECK(EventsOf(Nested(kMaxJsonDepth + 1)).ends_with("is nested deeper than 1000 levels."));
}

TEST_CASE("A reader goes on after an error, with any size of document", "[base][json_reader]") {
  JsonReader reader;
  JsonEvents first;
  CHECK_FALSE(reader.Read("{\"a\":[1,", first));
  const std::string large = "[\"" + std::string(1 << 20, 'x') + "\"]";
  JsonEvents second;
  CHECK(reader.Read(large, second));
  CHECK(second.text() == "['" + std::string(1 << 20, 'x') + "' ] ");
  JsonEvents third;
  CHECK(reader.Read("[1]", third));
  CHECK(third.text() == "[#1 ] ");
}
