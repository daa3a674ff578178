#include "match/begin_windows.h"

#include <algorithm>
#include <cstddef>

namespace gatepost {
namespace {

// `window` begins within `last` or little behind it.
bool Joins(Span last, Span window) {
  return window.begin >= last.begin &&
         window.begin <= uint64_t{last.end} + BeginWindows::kMaxMergedGap;
}

}  // namespace

void BeginWindows::Clear() {
  windows_.clear();
  is_sorted_ = true;
}

void BeginWindows::Add(Span window) {
  if (!windows_.empty() && Joins(windows_.back(), window)) {
    windows_.back().end = std::max(windows_.back().end, window.end);
    return;
  }
  if (!windows_.empty() && window.begin < windows_.back().begin) is_sorted_ = false;
  windows_.push_back(window);
}

void BeginWindows::Finish() {
  if (is_sorted_) return;
  std::sort(windows_.begin(), windows_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  size_t kept = 0;
  for (size_t i = 1; i < windows_.size(); ++i) {
    if (Joins(windows_[kept], windows_[i])) {
      windows_[kept].end = std::max(windows_[kept].end, windows_[i].end);
    } else {
      windows_[++kept] = windows_[i];
    }
  }
  windows_.resize(kept + 1);
  is_sorted_ = true;
}

bool IsWithin(std::span<const Span> windows, uint32_t begin) {
  const auto after = std::upper_bound(windows.begin(), windows.end(), begin,
                                      [](uint32_t at, Span window) { return at < window.begin; });
  return after != windows.begin() && begin < (after - 1)->end;
}

}  // namespace gatepost
