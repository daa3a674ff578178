#pragma once

// What a file is by its name and by how it begins, as far as several formats ask it.

#include <string>
#include <string_view>

#include "post/post_format.h"

namespace gatepost {

// The last part of the path, and the part of that behind its last point in lower case: "csv"; empty
// if it has none.
[[nodiscard]] std::string_view FileNameOf(std::string_view path);
[[nodiscard]] std::string ExtensionOf(std::string_view path);

[[nodiscard]] constexpr bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// It begins as text does: no NUL, hardly any other control characters.
[[nodiscard]] bool HasFewControls(std::string_view begin);
// And all of it is UTF-8, but for a character that goes on beyond the head.
[[nodiscard]] bool LooksLikeText(const FileHead& head);

// What is behind the white space that `begin` begins with.
[[nodiscard]] std::string_view WithoutBlank(std::string_view begin);

}  // namespace gatepost
