#pragma once

// What a reader sees of a fragment of HTML, with a map back to it, and what stands in it beside
// that: where links lead, alternative texts, comments.
//
// Tags vanish, so that a number that goes over several of them is whole again; breaks, paragraphs
// and other blocks part lines, cells of tables are parted by tabs, whitespace is one space outside
// <pre>, and character references are what they stand for. A text that styles hide is text.

#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"

namespace gatepost {

struct HtmlLink {
  std::string target;   // of href, decoded
  std::string classes;  // of class, decoded: "u-url mention"
};

struct HtmlText {
  std::string text;
  OffsetMap source;                    // to the HTML; no byte of `text` comes of nothing
  std::vector<HtmlLink> links;         // but those within the page
  std::vector<std::string> alt_texts;  // alt, title and aria-label of any element, decoded
  std::vector<std::string> comments;   // as they are written; declarations are none
};

// Of any bytes below 4 GiB, in linear time.
[[nodiscard]] HtmlText ReadHtml(std::string_view html);

}  // namespace gatepost
