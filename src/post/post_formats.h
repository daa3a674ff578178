#pragma once

// The formats, each in a file of its own; post_formats.cc has their order. Const, shared by all
// threads, and there as long as the program.

#include "post/post_format.h"

namespace gatepost {

[[nodiscard]] const PostFormat& XProfileFormat();
[[nodiscard]] const PostFormat& XFormat();
[[nodiscard]] const PostFormat& XCsvFormat();
[[nodiscard]] const PostFormat& MastodonFormat();
[[nodiscard]] const PostFormat& FacebookFormat();
[[nodiscard]] const PostFormat& InstagramFormat();
[[nodiscard]] const PostFormat& JsonlFormat();
[[nodiscard]] const PostFormat& JsonArrayFormat();
[[nodiscard]] const PostFormat& CsvFormat();
[[nodiscard]] const PostFormat& MarkdownFormat();
[[nodiscard]] const PostFormat& HtmlFormat();
[[nodiscard]] const PostFormat& TextFormat();

}  // namespace gatepost
