#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("A text is one post by the name of its file", "[post][text_format]") {
  const ReadFile read =
      ReadWith(TextFormat(), {"notes/a.txt", "Ring Pat\non 07700 900123\n", 7, {}, {}});
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.sources == Parts{"text"});
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"id=notes/a.txt", "text[0]=Ring Pat\non 07700 900123\n"});
}

TEST_CASE("A long text is posts that have numbers, and none for blank parts",
          "[post][text_format]") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "A line of forty characters, with its end\n";
  const ReadFile read = ReadWith(TextFormat(), {"a.txt", text, 64 << 10, {}, {}});
  REQUIRE(read.posts.size() == 3);
  CHECK(read.posts[0][0] == "id=a.txt");
  CHECK(read.posts[1][0] == "id=a.txt#2");
  CHECK(read.posts[2][0] == "id=a.txt#3");
  const ReadFile blank = ReadWith(TextFormat(), {"a.txt", " \n\n ", 64 << 10, {}, {}});
  CHECK(blank.posts.empty());
}

TEST_CASE("Which files are text", "[post][text_format]") {
  const auto role_of = [](std::string_view text, bool is_whole = true) {
    return TextFormat().RoleOf({"a", text, is_whole});
  };
  CHECK(role_of("Dear all,\r\n\tZoë\f\n") == FileRole::kPosts);
  CHECK(role_of("") == FileRole::kNotOurs);
  CHECK(role_of(std::string_view("a\0b", 3)) == FileRole::kNotOurs);
  CHECK(role_of("caf\xe9 society") == FileRole::kNotOurs);
  CHECK(role_of("cut off in \xe2\x82", false) == FileRole::kPosts);
  CHECK(role_of("cut off in \xe2\x82", true) == FileRole::kNotOurs);
  CHECK(role_of("\1\2\3\4") == FileRole::kNotOurs);
}
