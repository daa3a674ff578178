#include "post/markdown_links.h"

#include <algorithm>
#include <optional>

namespace gatepost {
namespace {

// So that a bracket that nothing closes is not looked for to the end of the text, again and again.
constexpr size_t kLongestTarget = 4096;
constexpr int kDeepestBrackets = 8;

void SkipBlank(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

std::string_view Take(std::string_view& text, size_t size) {
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(size);
  return taken;
}

// Up to a space or a bracket that it did not open, or between < and >.
std::string_view TakeTarget(std::string_view& text) {
  if (text.starts_with('<')) {
    const size_t end = text.substr(0, kLongestTarget).find_first_of("<>\n", 1);
    if (end == std::string_view::npos || text[end] != '>') return {};
    return Take(text, end + 1).substr(1, end - 1);
  }
  int depth = 0;
  size_t size = 0;
  for (; size < std::min(text.size(), kLongestTarget); ++size) {
    const char c = text[size];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || (c == ')' && depth == 0)) break;
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (depth > kDeepestBrackets) return {};
  }
  return Take(text, size);
}

std::string_view TakeTitle(std::string_view& text) {
  const char quote = text.empty() ? '\0' : text.front();
  if (quote != '"' && quote != '\'') return {};
  const size_t end = text.substr(1, kLongestTarget).find(quote);
  if (end == std::string_view::npos) return {};
  return Take(text, end + 2).substr(1, end);
}

// What follows the brackets with the words; nullopt if that makes no link.
std::optional<MarkdownLink> LinkAt(std::string_view behind) {
  const char opening = behind.empty() ? '\0' : behind.front();
  if (opening != '(' && opening != ':') return std::nullopt;
  behind.remove_prefix(1);
  SkipBlank(behind);
  MarkdownLink link;
  link.target = TakeTarget(behind);
  SkipBlank(behind);
  link.title = TakeTitle(behind);
  SkipBlank(behind);
  const bool is_closed = opening == ':' || behind.starts_with(')');
  if (link.target.empty() || !is_closed) return std::nullopt;
  return link;
}

bool IsAtLineStart(std::string_view text, size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at == 0 || text[at - 1] == '\n';
}

}  // namespace

std::vector<MarkdownLink> MarkdownLinksIn(std::string_view text) {
  std::vector<MarkdownLink> links;
  std::vector<size_t> open;
  for (size_t at = text.find_first_of("[]"); at != std::string_view::npos;
       at = text.find_first_of("[]", at + 1)) {
    if (text[at] == '[') {
      open.push_back(at);
      continue;
    }
    if (open.empty()) continue;
    const size_t begin = open.back();
    open.pop_back();
    const std::string_view behind = text.substr(at + 1);
    if (behind.starts_with(':') && !IsAtLineStart(text, begin)) continue;
    std::optional<MarkdownLink> link = LinkAt(behind);
    if (!link) continue;
    link->is_picture = begin > 0 && text[begin - 1] == '!';
    link->words = text.substr(begin + 1, at - begin - 1);
    links.push_back(*link);
  }
  return links;
}

}  // namespace gatepost
