#include "report/markup.h"

#include <algorithm>

#include "report/terminal_text.h"

namespace gatepost {
namespace {

// U+FFFE and U+FFFF, the code points that Printable leaves and XML has no place for.
constexpr std::string_view kNonCharacter = "\xEF\xBF\xBE";
constexpr std::string_view kLastNonCharacter = "\xEF\xBF\xBF";

std::string_view EntityOf(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string Markup(std::string_view text) {
  const std::string line = Printable(text);
  std::string markup;
  markup.reserve(line.size() + line.size() / 8);
  for (size_t at = 0; at < line.size(); ++at) {
    const std::string_view rest = std::string_view(line).substr(at);
    if (rest.starts_with(kNonCharacter) || rest.starts_with(kLastNonCharacter)) {
      markup += "·";
      at += kNonCharacter.size() - 1;
    } else if (const std::string_view entity = EntityOf(line[at]); !entity.empty()) {
      markup += entity;
    } else {
      markup += line[at];
    }
  }
  return markup;
}

std::string MarkupLines(std::string_view text) {
  std::string markup;
  while (true) {
    std::string_view line = text.substr(0, text.find('\n'));
    const bool is_last = line.size() == text.size();
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    markup += Markup(line);
    if (is_last) return markup;
    markup += '\n';
  }
}

}  // namespace gatepost
