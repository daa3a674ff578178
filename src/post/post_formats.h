#pragma once

// The formats, by name; post_formats.cc has their order.

#include "post/post_format.h"

namespace gatepost {

[[nodiscard]] const PostFormat& FacebookFormat();
[[nodiscard]] const PostFormat& InstagramFormat();
[[nodiscard]] const PostFormat& JsonlFormat();
[[nodiscard]] const PostFormat& JsonArrayFormat();
[[nodiscard]] const PostFormat& CsvFormat();
[[nodiscard]] const PostFormat& MarkdownFormat();
[[nodiscard]] const PostFormat& HtmlFormat();
[[nodiscard]] const PostFormat& TextFormat();

}  // namespace gatepost
