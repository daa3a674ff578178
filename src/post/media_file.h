#pragma once

// Files that hold no text to read: pictures, films, sounds and fonts, told by their magic numbers.

#include <optional>
#include <string_view>

#include "post/post_format.h"

namespace gatepost {

// What people call it, "picture (JPEG)"; nullopt of anything else. Documents, whose text could be
// read, are something else.
[[nodiscard]] std::optional<std::string_view> MediaKindOf(const FileHead& head);

}  // namespace gatepost
