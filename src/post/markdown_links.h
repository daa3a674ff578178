#pragma once

// Links and pictures of a text in Markdown, as far as their targets and words are to be looked at
// apart from the text they stand in.

#include <string_view>
#include <vector>

namespace gatepost {

struct MarkdownLink {
  bool is_picture = false;
  std::string_view words;  // between the brackets: of a picture its alternative text
  std::string_view target;
  std::string_view title;
};

// "[words](target "title")", "![words](target)" and "[words]: target", in their order; borrows the
// text. What is written otherwise is text.
[[nodiscard]] std::vector<MarkdownLink> MarkdownLinksIn(std::string_view text);

}  // namespace gatepost
