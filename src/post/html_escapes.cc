#include "post/html_escapes.h"

#include <array>

namespace gatepost {
namespace {

struct Escape {
  std::string_view written;
  char meant;
};
constexpr std::array<Escape, 3> kEscapes{{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};

}  // namespace

std::string WithoutHtmlEscapes(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    size_t size = 1;
    char c = text.front();
    for (const Escape& escape : kEscapes) {
      if (!text.starts_with(escape.written)) continue;
      size = escape.written.size();
      c = escape.meant;
    }
    plain += c;
    text.remove_prefix(size);
  }
  return plain;
}

}  // namespace gatepost
