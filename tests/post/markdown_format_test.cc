#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadPage(const std::string& text) {
  return ReadWith(MarkdownFormat(), {"a.md", text, 7, {}, {}});
}

}  // namespace

TEST_CASE("A page is a post with all that stands above and in it", "[post][markdown_format]") {
  const std::string path = "static-site/content/posts/2024-05-01-bins.md";
  const ReadFile read = ReadWith(MarkdownFormat(), {path, SampleText(path), 7, {}, {}});
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.sources == Parts{"markdown"});
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] ==
        Parts{"id=" + path, "account=comms", "published=2024-05-01 08:30:00", "media=1",
              "title[0]=Bins: a message from Pat", "text[0]=Ring Pat Placeholder on 07700 900123",
              "other[0]=tags: [bins]",
              "text[1]=\nHello **residents**. Write to "
              "[Pat](mailto:pat@example.org).\n\n![Letter from E "
              "Fictional](letter.jpg \"14 Sample Street\")\n\n```sh\ncurl -u "
              "admin:hunter2 https://example.org\n```\n<!-- NHS no 999 000 1235 "
              "-->\n",
              "link[0]=mailto:pat@example.org", "alt_text[0]=Letter from E Fictional",
              "link[1]=letter.jpg", "alt_text[1]=14 Sample Street"});
}

TEST_CASE("Front matter may be TOML", "[post][markdown_format]") {
  const ReadFile read = ReadPage(
      "+++\ntitle = 'Bins'\ndate = 2024-05-01T09:30:00Z\nsummary = \"\"\"\nRing Pat\n\"\"\"\n"
      "# ask E Fictional\n[params]\ntitle = \"07700 900123\"\n+++\nHello\n");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"id=a.md", "published=2024-05-01 09:30:00", "title[0]=Bins",
                               "text[0]=\nRing Pat\n", "other[0]=# ask E Fictional",
                               "other[1]=[params]", "other[2]=title = \"07700 900123\"",
                               "text[1]=Hello\n"});
}

TEST_CASE("Every line of front matter is looked at", "[post][markdown_format]") {
  const ReadFile read = ReadPage(
      "---\n  odd: start\nauthor:\n  - name: Pat\n    phone: 07700 900123\ndate: in May\n"
      "description: |\n  two\n  lines\n...\n");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"id=a.md", "other[0]=odd: start",
                               "other[1]=author:\n  - name: Pat\n    phone: 07700 900123",
                               "other[2]=date: in May", "text[0]=two\nlines",
                               "note bad_published"});
}

TEST_CASE("Front matter that is not closed is text", "[post][markdown_format]") {
  const ReadFile read = ReadPage("---\ntitle: Bins\n");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"id=a.md", "text[0]=---\ntitle: Bins\n"});
  CHECK(ReadPage("  \n").posts.empty());
}

TEST_CASE("Which files are Markdown", "[post][markdown_format]") {
  const auto role_of = [](std::string_view path, std::string_view text) {
    return MarkdownFormat().RoleOf({path, text, true});
  };
  CHECK(role_of("README.MD", "Hello") == FileRole::kPosts);
  CHECK(role_of("-", "---\ntitle: Bins\n---\nHello") == FileRole::kPosts);
  CHECK(role_of("a.yml", "---\nname: x\n---\n") == FileRole::kNotOurs);
  CHECK(role_of("a.txt", "Hello") == FileRole::kNotOurs);
}
