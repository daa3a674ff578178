#include "base/json_repair.h"

#include <string>

#include "catch.h"

using namespace gatepost;

namespace {

struct Repaired {
  std::string json;
  std::string result;
  bool has_replaced;
  bool has_escaped;
};

}  // namespace

TEST_CASE("Inside strings what JSON forbids is replaced or escaped", "[base][json_repair]") {
  const auto example = GENERATE(values<Repaired>({
      {R"({"a":"b\\n\"c"})", R"({"a":"b\\n\"c"})", false, false},
      {"[\"a\xFFz\"]", "[\"a\uFFFDz\"]", true, false},
      {"[\"a\xE2\x82\"]", "[\"a\uFFFD\"]", true, false},
      {"[\"a\tb\nc\"]", R"(["a\u0009b\u000ac"])", false, true},
      {R"(["\ud83d"])", "[\"\uFFFD\"]", true, false},
      {R"(["\ude42\ud83d"])", "[\"\uFFFD\uFFFD\"]", true, false},
      {R"(["\ud83d\ud83d\ude42"])", "[\"\uFFFD\\ud83d\\ude42\"]", true, false},
      {R"(["\uD83D\uDE42"])", R"(["\uD83D\uDE42"])", false, false},
      {R"(["\\ud83d"])", R"(["\\ud83d"])", false, false},
      {R"(["\ud83"])", R"(["\ud83"])", false, false},
      {"[\"\xFF\t\\udead\"]", "[\"\uFFFD\\u0009\uFFFD\"]", true, true},
  }));
  CAPTURE(example.json);
  std::string out = "old";
  const JsonRepair repair = RepairJson(example.json, out);
  CHECK(out == example.result);
  CHECK(repair.has_replaced == example.has_replaced);
  CHECK(repair.has_escaped == example.has_escaped);
}

TEST_CASE("Outside strings every byte is copied", "[base][json_repair]") {
  const std::string json("{\n\t\xFF\0\\ud83d}", 13);
  std::string out;
  const JsonRepair repair = RepairJson(json, out);
  CHECK(out == json);
  CHECK_FALSE(repair.has_replaced);
  CHECK_FALSE(repair.has_escaped);
}

TEST_CASE("A text that ends inside an escape is copied to its end", "[base][json_repair]") {
  const std::string json = GENERATE(R"(["\)", R"(["\u)", R"(["\ud8)", R"(["a)");
  std::string out;
  RepairJson(json, out);
  CHECK(out == json);
}

TEST_CASE("An escape that JSON does not know is left for the reader to refuse",
          "[base][json_repair]") {
  std::string out;
  CHECK_FALSE(RepairJson(R"(["\q"])", out).has_escaped);
  CHECK(out == R"(["\q"])");
  CHECK(RepairJson("[\"\\\xFF\"]", out).has_replaced);
  CHECK(out == "[\"\\\uFFFD\"]");
}

TEST_CASE("Only a surrogate without its partner is a lone one", "[base][json_repair]") {
  CHECK(HasLoneSurrogate(R"("\ud800")"));
  CHECK(HasLoneSurrogate(R"("\uDFFF")"));
  CHECK(HasLoneSurrogate(R"("\ud83dx\ude42")"));
  CHECK(HasLoneSurrogate(R"("\\\ud800")"));
  CHECK_FALSE(HasLoneSurrogate(R"("\ud83d\ude42")"));
  CHECK_FALSE(HasLoneSurrogate(R"("\\ud800")"));
  CHECK_FALSE(HasLoneSurrogate(R"("\ud7ff\ue000")"));
  CHECK_FALSE(HasLoneSurrogate("ud800"));
  CHECK_FALSE(HasLoneSurrogate("\\"));
  CHECK_FALSE(HasLoneSurrogate(""));
}
