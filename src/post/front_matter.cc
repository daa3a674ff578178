#include "post/front_matter.h"

#include <algorithm>

#include "base/ascii.h"

namespace gatepost {
namespace {

// The first line with its end.
std::string_view FirstLine(std::string_view text) {
  const size_t end = text.find('\n');
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

// Of "title: Bins" or "title = 'Bins'" that begins at the edge, the key; empty if it is none.
std::string_view KeyOf(std::string_view line, char separator) {
  const auto is_of_key = [](char c) { return IsAlphanumeric(c) || c == '_' || c == '-'; };
  const size_t size = static_cast<size_t>(std::ranges::find_if_not(line, is_of_key) - line.begin());
  const std::string_view behind = Trimmed(line.substr(size));
  return behind.starts_with(separator) && !line.starts_with('-') ? line.substr(0, size)
                                                                 : std::string_view();
}

std::string_view WithoutQuotes(std::string_view value) {
  for (const std::string_view quote : {"\"\"\"", "'''", "\"", "'"}) {
    const bool is_quoted =
        value.size() >= 2 * quote.size() && value.starts_with(quote) && value.ends_with(quote);
    if (is_quoted) return value.substr(quote.size(), value.size() - 2 * quote.size());
  }
  return value;
}

// In YAML ">" and "|" stand before a text of several lines, which ">" makes one.
std::string ValueOf(std::string_view written) {
  const std::string_view first = Trimmed(FirstLine(written));
  const bool is_folded = first.starts_with('>');
  const bool is_block = (is_folded || first.starts_with('|')) && first.size() <= 3;
  if (!is_block) return std::string(WithoutQuotes(Trimmed(written)));
  std::string value;
  std::string_view rest = written.substr(FirstLine(written).size());
  while (!rest.empty()) {
    const std::string_view line = FirstLine(rest);
    rest.remove_prefix(line.size());
    if (!value.empty()) value += is_folded ? ' ' : '\n';
    value += Trimmed(line);
  }
  return value;
}

// Takes the lines between the fences apart.
std::vector<FrontMatterEntry> EntriesOf(std::string_view lines, char separator) {
  std::vector<FrontMatterEntry> entries;
  bool is_in_table = false;  // of TOML: its keys are not the page's own
  while (!lines.empty()) {
    const std::string_view line = FirstLine(lines);
    lines.remove_prefix(line.size());
    is_in_table = is_in_table || (separator == '=' && line.starts_with('['));
    const std::string_view key = is_in_table ? std::string_view() : KeyOf(line, separator);
    const bool begins_entry = !key.empty() || is_in_table || line.starts_with('#');
    if (begins_entry || entries.empty()) {
      entries.push_back({key, {}, line});
    } else {
      std::string_view& entry = entries.back().lines;
      entry = {entry.data(), entry.size() + line.size()};
    }
  }
  for (FrontMatterEntry& entry : entries) {
    const size_t value = entry.key.empty() ? 0 : entry.lines.find(separator) + 1;
    entry.value = ValueOf(entry.lines.substr(value));
    entry.lines = Trimmed(entry.lines);
  }
  return entries;
}

}  // namespace

FrontMatter FrontMatterOf(std::string_view page) {
  const std::string_view opening = FirstLine(page);
  const std::string_view fence = Trimmed(opening);
  if (fence != "---" && fence != "+++") return {};
  for (size_t at = opening.size(); at < page.size();) {
    const std::string_view line = FirstLine(page.substr(at));
    const std::string_view closing = line.starts_with(' ') ? std::string_view() : Trimmed(line);
    const bool is_closing = closing == fence || (fence == "---" && closing == "...");
    if (is_closing) {
      const std::string_view lines = page.substr(opening.size(), at - opening.size());
      return {EntriesOf(lines, fence == "---" ? ':' : '='), at + line.size()};
    }
    at += line.size();
  }
  return {};
}

}  // namespace gatepost
