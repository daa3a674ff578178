#include "base/json_writer.h"

#include <limits>
#include <random>
#include <string>

#include "base/json_events.h"
#include "base/utf8.h"
#include "catch.h"

using namespace gatepost;

namespace {

std::string Quoted(std::string_view value) {
  std::string out;
  JsonWriter(out).String(value);
  return out;
}

// What a reader makes of the written string.
std::string ReadBack(const std::string& json) {
  JsonReader reader;
  JsonEvents events;
  const auto outcome = reader.Read(json, events);
  REQUIRE(outcome);
  CHECK_FALSE(outcome->was_repaired);
  CHECK_FALSE(outcome->had_raw_controls);
  return events.text();
}

TEST_CASE("decimals have as many places as asked for", "[base][json_writer]") {
  std::string out;
  JsonWriter json(out);
  json.BeginArray().Decimal(0.5, 6).Decimal(-1.0 / 3, 3).Decimal(99999, 0).EndArray();
  CHECK(out == "[0.500000,-0.333,99999]");
}

}  // namespace

TEST_CASE("Commas stand between members and elements, at every depth", "[base][json_writer]") {
  std::string out;
  JsonWriter json(out);
  json.BeginObject().Member("a", int64_t{1}).Member("b", true).Member("c", "text");
  json.Key("d").BeginArray().Null().Integer(-2).BeginObject().EndObject().BeginArray().EndArray();
  json.EndArray().Key("e").BeginObject().Member("f", std::string_view("g")).EndObject();
  json.Key("h").Bool(false).EndObject();
  CHECK(out == R"({"a":1,"b":true,"c":"text","d":[null,-2,{},[]],"e":{"f":"g"},"h":false})");
}

TEST_CASE("What is written is appended to what the caller has", "[base][json_writer]") {
  std::string out = "[1]\n";
  JsonWriter(out).BeginArray().Integer(2).EndArray();
  CHECK(out == "[1]\n[2]");
}

TEST_CASE("The greatest and least integers are written in full", "[base][json_writer]") {
  std::string out;
  JsonWriter json(out);
  json.BeginArray();
  json.Integer(std::numeric_limits<int64_t>::min()).Integer(std::numeric_limits<int64_t>::max());
  json.EndArray();
  CHECK(out == "[-9223372036854775808,9223372036854775807]");
}

TEST_CASE("Quotes, backslashes and control characters are escaped", "[base][json_writer]") {
  CHECK(Quoted("say \"yes\" \\ no") == R"("say \"yes\" \\ no")");
  CHECK(Quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(Quoted(std::string_view("\0\x1B\x7F", 3)) == R"("\u0000\u001b\u007f")");
}

TEST_CASE("What would act on a terminal or turn text around is escaped", "[base][json_writer]") {
  const auto [text, escaped] = GENERATE(table<std::string, std::string>({
      {"\u0080", R"("\u0080")"},
      {"\u009B31m", R"("\u009b31m")"},  // a terminal's control sequence
      {"\u009F", R"("\u009f")"},
      {"\u061C", R"("\u061c")"},
      {"\u200E\u200F", R"("\u200e\u200f")"},
      {"a\u2028b\u2029", R"("a\u2028b\u2029")"},
      {"\u202A\u202E", R"("\u202a\u202e")"},
      {"\u2066\u2069", R"("\u2066\u2069")"},
  }));
  CAPTURE(escaped);
  CHECK(Quoted(text) == escaped);
  CHECK(ReadBack(Quoted(text)) == "'" + text + "' ");
}

TEST_CASE("The neighbours of what is escaped stay as they are", "[base][json_writer]") {
  const std::string text = GENERATE("~", "\u00A0", "\u061B", "\u061D", "\u200D", "\u2010", "\u2027",
                                    "\u202F", "\u2065", "\u206A", "\uFFFD");
  CHECK(Quoted(text) == "\"" + text + "\"");
}

TEST_CASE("Keys are escaped as strings are", "[base][json_writer]") {
  std::string out;
  JsonWriter(out).BeginObject().Member("a\"\n", int64_t{1}).EndObject();
  CHECK(out == R"({"a\"\n":1})");
}

TEST_CASE("A byte is written the same wherever it stands in a longer string",
          "[base][json_writer]") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string alone(1, static_cast<char>(byte));
    for (size_t before = 0; before < 17; ++before) {
      CAPTURE(byte, before);
      const std::string around(before, 'a');
      const std::string behind(16 - before, '!');
      const std::string alone_quoted = Quoted(alone);
      const std::string inside = alone_quoted.substr(1, alone_quoted.size() - 2);
      CHECK(Quoted(around + alone + behind) == "\"" + around + inside + behind + "\"");
    }
  }
}

TEST_CASE("UTF-8 stays as it is, other bytes become U+FFFD", "[base][json_writer]") {
  CHECK(Quoted("caf\u00E9 \U0001F642") == "\"caf\u00E9 \U0001F642\"");
  CHECK(Quoted("a\xFFz") == "\"a\uFFFDz\"");
  CHECK(Quoted("\xF0\x9F\x99") == "\"\uFFFD\"");
  CHECK(Quoted("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
}

TEST_CASE("Any bytes written are valid JSON that reads back the same but for invalid UTF-8",
          "[base][json_writer]") {
  std::mt19937_64 random(20240503);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    const size_t size = random() % 40;
    for (size_t i = 0; i < size; ++i) bytes += static_cast<char>(random() & 0xFF);
    std::string expected;
    for (size_t at = 0; at < bytes.size();) {
      const CodePoint point = DecodeUtf8(bytes, at);
      AppendUtf8(point.value, expected);
      at += point.size;
    }
    REQUIRE(ReadBack(Quoted(bytes)) == "'" + expected + "' ");
  }
}
