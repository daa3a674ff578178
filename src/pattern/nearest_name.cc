#include "pattern/nearest_name.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace gatepost {
namespace {

// Edits (insert, drop, replace, swap neighbours) that turn `a` into `b`: optimal string alignment,
// three rows at a time.
size_t Distance(std::string_view a, std::string_view b) {
  std::array<std::vector<size_t>, 3> rows;
  rows.fill(std::vector<size_t>(b.size() + 1));
  auto& [before_last, last, row] = rows;
  std::iota(last.begin(), last.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string Suggestion(std::string_view name, std::span<const std::string_view> known) {
  if (known.empty()) return "";
  constexpr size_t kMaxNameSize =
      64;  // nobody means anything by a longer one, and it would be slow
  if (name.size() <= kMaxNameSize) {
    const auto nearest = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
      return Distance(name, a) < Distance(name, b);
    });
    if (Distance(name, *nearest) * 3 <= std::max(name.size(), nearest->size())) {
      return " Did you mean `" + std::string(*nearest) + "`?";
    }
  }
  std::vector<std::string_view> sorted(known.begin(), known.end());
  std::sort(sorted.begin(), sorted.end());
  std::string text = " Known here: ";
  for (const std::string_view each : sorted) {
    if (each != sorted.front()) text += ", ";
    text += each;
  }
  return text + ".";
}

}  // namespace gatepost
