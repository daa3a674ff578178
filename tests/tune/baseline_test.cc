#include "tune/baseline.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a baseline is read as it was written", "[tune][baseline]") {
  const Baseline written{"review", "all", "ab12", {{"a recall, exact", 0.1234564}, {"b", 1}}};
  const auto read = ParseBaseline(ToJson(written), "baseline.json");
  if (!read) FAIL(read.error().ToString());
  CHECK(read->at == "review");
  CHECK(read->split == "all");
  CHECK(read->corpus == "ab12");
  CHECK(read->figures.at("a recall, exact") == 0.123456);
  CHECK(read->figures.at("b") == 1);
  CHECK(FallsBelow(*read, written).empty());
}

TEST_CASE("each figure has a line of its own", "[tune][baseline]") {
  CHECK(ToJson({"any", "held", "c", {{"a", 0.5}, {"b", 1}}}) ==
        "{\"schema\":\"gatepost.baseline/1\",\"at\":\"any\",\"split\":\"held\",\"corpus\":\"c\","
        "\"figures\":{\n\"a\":0.500000,\n\"b\":1.000000\n}}\n");
}

TEST_CASE("a figure falls by the least that the file can say, and not by less",
          "[tune][baseline]") {
  const Baseline baseline{"", "", "", {{"a", 0.5}}};
  CHECK(FallsBelow(baseline, {"", "", "", {{"a", 0.4999995}}}).empty());
  const auto falls = FallsBelow(baseline, {"", "", "", {{"a", 0.499998}}});
  REQUIRE(falls.size() == 1);
  CHECK(falls[0].figure == "a");
  CHECK(falls[0].is == 0.499998);
}

TEST_CASE("a figure that is no longer measured has fallen; a new or better one has not",
          "[tune][baseline]") {
  const Baseline baseline{"", "", "", {{"a", 0.5}, {"b", 0.5}, {"d", 0}}};
  const auto falls = FallsBelow(baseline, {"", "", "", {{"b", 0.6}, {"c", 0.1}}});
  REQUIRE(falls.size() == 1);
  CHECK(falls[0].figure == "a");
  CHECK_FALSE(falls[0].is.has_value());
}

TEST_CASE("what is no baseline is refused", "[tune][baseline]") {
  const std::string json =
      GENERATE("", "[]", "{}", R"({"schema":"gatepost.baseline/2","figures":{}})",
               R"({"schema":"gatepost.baseline/1","figures":{"a":"1"}})",
               R"({"schema":"gatepost.baseline/1","figures":{"a":true}})",
               R"({"schema":"gatepost.baseline/1","more":1})",
               R"({"schema":"gatepost.baseline/1","more":{}})",
               R"({"schema":"gatepost.baseline/1","a":[]})");
  CAPTURE(json);
  const auto read = ParseBaseline(json, "baseline.json");
  REQUIRE_FALSE(read.has_value());
  CHECK_THAT(read.error().ToString(), ContainsSubstring("baseline.json: "));
}

}  // namespace
}  // namespace gatepost
