#pragma once

// Where in a text the matches of one variant can begin, gathered trigger by trigger.

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"

namespace gatepost {

// Windows in any order become few, sorted and apart from each other; they may grow, never shrink.
// What they take in memory is bounded by the text's length, however often a trigger fires. Reused
// from text to text.
class BeginWindows {
 public:
  // Windows no farther apart than this are one: it costs less to search what is between them than
  // to keep them apart.
  static constexpr uint32_t kMaxMergedGap = 16;

  void Clear();
  // A match may begin within `window`, which is not empty.
  void Add(Span window);
  // Sorted by begin; before that nothing may be read, and nothing added after it.
  void Finish();

  [[nodiscard]] bool empty() const { return windows_.empty(); }
  [[nodiscard]] std::span<const Span> windows() const { return windows_; }

 private:
  std::vector<Span> windows_;
  bool is_sorted_ = true;
};

// `begin` is within one of the windows, which are sorted and apart.
[[nodiscard]] bool IsWithin(std::span<const Span> windows, uint32_t begin);

}  // namespace gatepost
