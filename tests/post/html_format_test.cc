#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("A web page is a post with what people see and what they do not", "[post][html_format]") {
  const ReadFile read = ReadWith(
      HtmlFormat(), {"bins.html",
                     "<!DOCTYPE html><html><head><title>Bins</title><meta name=\"description\" "
                     "content=\"Ask &quot;Pat&quot;\"></head><body><p>Ring <b>07700</b> 900123</p>"
                     "<a href=\"mailto:pat@example.org\">us</a><img src=\"a.jpg\" alt=\"A letter\">"
                     "<!-- 1 Sample Mews --></body></html>",
                     7,
                     {},
                     {}});
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.sources == Parts{"html"});
  REQUIRE(read.posts.size() == 1);
  const Parts& post = read.posts[0];
  REQUIRE(post.size() == 6);
  CHECK(post[0] == "id=bins.html");
  CHECK_THAT(post[1], ContainsSubstring("Bins"));
  CHECK_THAT(post[1], ContainsSubstring("Ring 07700 900123"));
  CHECK(post[2] == "link[0]=mailto:pat@example.org");
  CHECK(post[3] == "alt_text[0]=A letter");
  CHECK_THAT(post[4], ContainsSubstring("1 Sample Mews"));
  CHECK(post[5] == "other[1]=Ask \"Pat\"");
}

TEST_CASE("The text of a page leads back to the page", "[post][html_format]") {
  const std::string page = "<html><p>Ring <b>07700</b> 900123</p>";
  const FileHead head{"a", page, true};
  const ExportContext context;
  const auto reader = HtmlFormat().MakeReader(head, context, {});
  PostTexts texts;
  const auto post = reader->Read({.bytes = page}, texts);
  REQUIRE(post);
  const Field& field = post->fields.at(0);
  REQUIRE(field.source != nullptr);
  const auto begin = static_cast<uint32_t>(field.text.find("07700"));
  const Span span = field.source->ToOriginal({begin, begin + 12});
  CHECK(page.substr(span.begin, span.end - span.begin) == "07700</b> 900123");
}

TEST_CASE("A page that is too large or holds nothing", "[post][html_format]") {
  const std::string large = "<html>" + std::string(1000, 'x');
  const ReadFile read = ReadWith(HtmlFormat(), {"a.html", large, 64, {10, {}}, {}});
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"unread post_too_large"});
  CHECK(ReadWith(HtmlFormat(), {"a.html", "<html></html>", 64, {}, {}}).posts.empty());
}

TEST_CASE("Which files are web pages", "[post][html_format]") {
  const auto role_of = [](std::string_view path, std::string_view text) {
    return HtmlFormat().RoleOf({path, text, true});
  };
  CHECK(role_of("-", "\n<!doctype HTML>") == FileRole::kPosts);
  CHECK(role_of("-", "<HTML lang=en>") == FileRole::kPosts);
  CHECK(role_of("a.htm", "<p>Hello") == FileRole::kPosts);
  CHECK(role_of("-", "<p>Hello") == FileRole::kNotOurs);
  CHECK(role_of("a.html", "") == FileRole::kNotOurs);
}
