#pragma once

// Text as part of HTML and XML.

#include <string>
#include <string_view>

namespace gatepost {

// `text` with what means something to HTML or XML escaped, in content and in quoted attributes
// alike, and all that may not stand in XML 1.0 or that acts where it is shown (controls, marks that
// turn the direction of text) replaced as Printable does: one line of plain text, whoever wrote it.
[[nodiscard]] std::string Markup(std::string_view text);

// The same of a text of several lines, which stay lines.
[[nodiscard]] std::string MarkupLines(std::string_view text);

}  // namespace gatepost
