#pragma once

// Text in which "&", "<" and ">" were escaped as HTML does it, and nothing else was done.

#include <string>
#include <string_view>

namespace gatepost {

// "&amp;", "&lt;" and "&gt;" undone, once: "&amp;lt;" becomes "&lt;".
[[nodiscard]] std::string WithoutHtmlEscapes(std::string_view text);

}  // namespace gatepost
