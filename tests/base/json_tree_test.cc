#include "base/json_tree.h"

#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

std::vector<std::string> TextsOf(JsonValue value) {
  std::vector<std::string> texts;
  for (const JsonValue& element : value.elements()) texts.emplace_back(element.text());
  return texts;
}

TEST_CASE("a path through a document leads to its value, or to nothing", "[base][json_tree]") {
  JsonTree tree;
  REQUIRE(tree.Read(R"({"a":{"b":[1,{"c":"x"},[],{}],"d":true},"e":null,"a2":"z"})"));
  const JsonValue root = tree.root();
  CHECK(root["a"]["b"].first().text() == "1");
  CHECK(root["a"]["b"].first().next()["c"].text() == "x");
  CHECK(root["a"]["d"].text() == "true");
  CHECK(root["a2"].text() == "z");
  CHECK(root["e"].type() == JsonValue::Type::kNull);
  CHECK_FALSE(root["x"]["y"]["z"].exists());
  CHECK_FALSE(root["a2"]["b"].exists());
  CHECK_FALSE(root["a2"].next().exists());
  CHECK(root["a"]["b"].first().next().next().is_array());
  CHECK_FALSE(root["a"]["b"].first().next().next().first().exists());
}

TEST_CASE("elements are given in their order, members with their names", "[base][json_tree]") {
  JsonTree tree;
  REQUIRE(tree.Read(R"([["a","b"],[],["c",["d"],"e"]])"));
  const JsonValue first = tree.root().first();
  CHECK(TextsOf(first) == std::vector<std::string>{"a", "b"});
  CHECK(TextsOf(first.next()).empty());
  CHECK(TextsOf(first.next().next()) == std::vector<std::string>{"c", "", "e"});
  REQUIRE(tree.Read(R"({"k":1,"l":{"m":2},"k":3})"));
  std::vector<std::string> keys;
  for (const JsonValue& member : tree.root().elements()) keys.emplace_back(member.key());
  CHECK(keys == std::vector<std::string>{"k", "l", "k"});
  CHECK(tree.root()["k"].text() == "3");
  CHECK(tree.root().has_repeated_key());
  CHECK_FALSE(tree.root()["l"].has_repeated_key());
  CHECK_FALSE(tree.root()["k"].has_repeated_key());
}

TEST_CASE("of a document that breaks off, what stood before is there", "[base][json_tree]") {
  JsonTree tree;
  CHECK_FALSE(tree.Read(R"({"a":["b",{"c":"d"},)"));
  for (const JsonValue& member : tree.root().elements()) CHECK(member.key() == "a");
  CHECK_FALSE(JsonTree().root().exists());
}

}  // namespace
}  // namespace gatepost
