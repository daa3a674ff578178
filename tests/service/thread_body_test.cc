#include "service/thread_body.h"

#include <string>

#include "catch.h"

using namespace gatepost;
using namespace gatepost::service;

TEST_CASE("the posts of a conversation are cut out as they are written", "[service][thread_body]") {
  const std::string json =
      "\xEF\xBB\xBF { \"thread\" : [ {\"text\":\"]}\\\"\"} ,\n7,[\"a\"], \"b\" ] } ";
  const auto body = ReadThreadBody(json);
  REQUIRE(body.has_value());
  CHECK_FALSE(body->has_other_members);
  REQUIRE(body->posts.size() == 4);
  CHECK(body->posts[0] == "{\"text\":\"]}\\\"\"}");
  CHECK(body->posts[1] == "7");
  CHECK(body->posts[2] == "[\"a\"]");
  CHECK(body->posts[3] == "\"b\"");
}

TEST_CASE("an empty conversation is one", "[service][thread_body]") {
  const auto body = ReadThreadBody("{\"thread\":[ ]}");
  REQUIRE(body.has_value());
  CHECK(body->posts.empty());
}

TEST_CASE("members beside the posts are seen wherever they stand", "[service][thread_body]") {
  const auto json = GENERATE(
      as<std::string>(), "{\"text\":\"a\",\"thread\":[{}]}", "{\"thread\":[{}],\"text\":\"a\"}",
      "{\"thread\":[{}],\"thread\":[{}]}", "{\"thread\":\"t\",\"thread\":[{}]}");
  CAPTURE(json);
  const auto body = ReadThreadBody(json);
  REQUIRE(body.has_value());
  CHECK(body->has_other_members);
}

TEST_CASE("a key that is written with escapes is the same key", "[service][thread_body]") {
  const auto json =
      GENERATE(as<std::string>(), R"({"\u0074hread":[{}]})", R"({"threa\u0064":[{}]})",
               R"({"\u0074\u0068\u0072\u0065\u0061\u0064":[{}]})");
  CAPTURE(json);
  CHECK(ReadThreadBody(json).has_value());
  CHECK_FALSE(ReadThreadBody(R"({"\u0054hread":[{}]})").has_value());
  CHECK_FALSE(ReadThreadBody(R"({"thread\u0073":[{}]})").has_value());
  CHECK_FALSE(ReadThreadBody(R"({"\u007":[{}]})").has_value());
}

TEST_CASE("what is one post, or no JSON, is no conversation", "[service][thread_body]") {
  const auto json = GENERATE(
      as<std::string>(), "", "{}", "[]", "{\"text\":\"a\"}", "{\"thread\":\"t\"}",
      "{\"thread\":null}", "{\"thread\":{}}", "{\"a\":{\"thread\":[]}}", "[{\"thread\":[]}]",
      "{\"text\":\"\\\"thread\\\":[]\"}", "{\"thread\":[}", "{\"thread\":[{}", "{\"thread\":[{}]",
      "{\"thread\":[{},]}", "{\"thread\":[{} {}]}", "{\"thread\":[{}],}", "{\"thread\":[{}]} {}",
      "{\"thread\" [{}]}", "{\"thread\":[{\"text\":\"a]}", "{\"thread\"");
  CAPTURE(json);
  CHECK_FALSE(ReadThreadBody(json).has_value());
}
