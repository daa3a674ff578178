#pragma once

// The formats, by name; post_formats.cc has their order.

#include "post/post_format.h"

namespace gatepost {

[[nodiscard]] const PostFormat& FacebookFormat();
[[nodiscard]] const PostFormat& InstagramFormat();
[[nodiscard]] const PostFormat& CsvFormat();

}  // namespace gatepost
