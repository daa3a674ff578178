#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadJson(const std::string& text) {
  return ReadWith(JsonArrayFormat(), {"posts.json", text, 11, {}, {}});
}

}  // namespace

TEST_CASE("The elements of an array are posts", "[post][json_array_format]") {
  const ReadFile read = ReadJson(R"([{"id":"1","text":"Hello"},{"title":"Bins","body":"Ring Pat"},
    "ring 07700 900123",["a"],5])");
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.sources == Parts{"json", "json", "json", "json"});
  REQUIRE(read.posts.size() == 4);
  CHECK(read.posts[0] == Parts{"id=1", "text[0]=Hello"});
  CHECK(read.posts[1] == Parts{"title[0]=Bins", "text[0]=Ring Pat"});
  CHECK(read.posts[2] == Parts{"text[0]=ring 07700 900123"});
  CHECK(read.posts[3] == Parts{"text[0]=a"});
}

TEST_CASE("Of an object all members are read, its lists element by element",
          "[post][json_array_format]") {
  const ReadFile read = ReadJson(
      R"({"account":"ring 07700 900123","posts":[{"text":"Hello"},{"text":"Bye"}],"by":{"a":"b"}})");
  REQUIRE(read.posts.size() == 4);
  CHECK(read.posts[0] == Parts{"text[0]=ring 07700 900123"});
  CHECK(read.posts[1] == Parts{"text[0]=Hello"});
  CHECK(read.posts[2] == Parts{"text[0]=Bye"});
  CHECK(read.posts[3] == Parts{"other[0]=b"});
}

TEST_CASE("A document that breaks off is an error behind its posts", "[post][json_array_format]") {
  const ReadFile read = ReadJson(R"([{"text":"Hello"},{"text":"By)");
  CHECK(read.posts.size() == 1);
  CHECK_FALSE(read.end);
}

TEST_CASE("Which files are JSON", "[post][json_array_format]") {
  const auto role_of = [](std::string_view text) {
    return JsonArrayFormat().RoleOf({"a", text, true});
  };
  CHECK(role_of(" [ {\"a\":1}]") == FileRole::kPosts);
  CHECK(role_of("[]") == FileRole::kPosts);
  CHECK(role_of("{\"a\":1}") == FileRole::kPosts);
  CHECK(role_of("[Minutes] of the meeting") == FileRole::kNotOurs);
  CHECK(role_of("{{ template }}") == FileRole::kNotOurs);
  CHECK(role_of("") == FileRole::kNotOurs);
}
