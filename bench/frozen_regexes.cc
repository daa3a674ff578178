#include "bench/frozen_regexes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/file.h"

namespace gatepost::bench {
namespace {

constexpr uint64_t kMaxBytes = 4 << 20;
constexpr size_t kColumns = 4;

// The last column has the rest of the line.
std::array<std::string_view, kColumns> ColumnsOf(std::string_view line) {
  std::array<std::string_view, kColumns> columns;
  for (size_t i = 0; i + 1 < kColumns; ++i) {
    const size_t tab = line.find('\t');
    columns[i] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  columns.back() = line;
  return columns;
}

}  // namespace

Result<std::vector<FrozenRegex>> ReadFrozenRegexes(const std::filesystem::path& path) {
  const auto text = ReadFile(path, kMaxBytes);
  if (!text) return Fail(text.error());
  std::vector<FrozenRegex> frozen;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    const auto [id, variant, letter_case, source] = ColumnsOf(line);
    auto regex = Regex::Parse(source, {.is_case_sensitive = letter_case == "s"});
    if (!regex) return Fail(regex.error());
    frozen.push_back({std::string(id), std::string(variant), *std::move(regex)});
  }
  return frozen;
}

}  // namespace gatepost::bench
