#include "post/json_head.h"

#include <string>

#include "catch.h"

using namespace gatepost;

TEST_CASE("The beginning of an object tells its members", "[post][json_head]") {
  const JsonHead head(R"( {"@context": ["a","b"], "type" : "Person","n":17,"o":{"type":"x"}})");
  CHECK(head.Text("type") == "Person");
  CHECK(head.Value("@context") == R"(["a","b"])");
  CHECK(head.Value("n") == "17");
  CHECK(head.Text("n").empty());
  CHECK(head.Has("o"));
  CHECK_FALSE(head.Has("a"));
}

TEST_CASE("A member that the beginning cuts off is told as far as it goes", "[post][json_head]") {
  const std::string whole = R"({"type":"Person","items":[{"a":1},2]})";
  CHECK(JsonHead(whole.substr(0, 30)).Value("items") == R"([{"a")");
  CHECK(JsonHead(whole.substr(0, 12)).Value("type") == "\"Per");
  CHECK(JsonHead(whole.substr(0, 12)).Text("type").empty());
}

TEST_CASE("What begins no object has no members", "[post][json_head]") {
  const std::string text =
      GENERATE("", "[1]", "{", "{}", "{]", "{\"a", "{\"a\"", "{\"a\":", "{1:2", "text", "\"a\":1");
  CAPTURE(text);
  const JsonHead head(text);
  CHECK_FALSE(head.Has("a"));
  CHECK_FALSE(head.Has(""));
}
