#include "post/markdown_links.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

// "words -> target (title)", with a "!" before those of pictures.
std::vector<std::string> LinksIn(std::string_view text) {
  std::vector<std::string> links;
  for (const MarkdownLink& link : MarkdownLinksIn(text)) {
    links.push_back((link.is_picture ? "!" : "") + std::string(link.words) + " -> " +
                    std::string(link.target) + " (" + std::string(link.title) + ")");
  }
  return links;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("Links and pictures are found with their words", "[post][markdown_links]") {
  CHECK(LinksIn("[a](b)") == List{"a -> b ()"});
  CHECK(LinksIn("x ![a b](c.jpg 'd e') y") == List{"!a b -> c.jpg (d e)"});
  CHECK(LinksIn("[a](<b c> \"d\")") == List{"a -> b c (d)"});
  CHECK(LinksIn("[a](b_(c))") == List{"a -> b_(c) ()"});
  CHECK(LinksIn("[![a](b)](c)") == List{"!a -> b ()", "![a](b) -> c ()"});
  CHECK(LinksIn("[a]: b \"c\"\n") == List{"a -> b (c)"});
  CHECK(LinksIn("[a [b] c](d)") == List{"a [b] c -> d ()"});
}

TEST_CASE("What is no link is none", "[post][markdown_links]") {
  for (const std::string_view text : {"", "[", "]", "[a]", "[a] (b)", "[a](", "[a](b", "[a](b c)",
                                      "a [b]: c", "](b)", "[a](<b)", "[a]()", "[a](b \"c)"}) {
    CAPTURE(text);
    CHECK(LinksIn(text).empty());
  }
}

TEST_CASE("Brackets that nothing closes take no long time", "[post][markdown_links]") {
  for (const std::string_view piece : {"[", "[](", "[](a \"", "[](<", "[](a", "[a]: "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < (1 << 20)) text += piece;
    CHECK(MarkdownLinksIn(text).size() <= text.size() / piece.size());
  }
}
