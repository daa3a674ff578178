#include "judge/word_index.h"

#include <algorithm>

namespace gatepost {

WordIndex::WordIndex(std::vector<std::pair<uint64_t, uint32_t>> filed) {
  std::sort(filed.begin(), filed.end());
  size_t count = 1;
  while (count < 2 * filed.size() + 1) count *= 2;
  slots_.assign(count, {});
  mask_ = count - 1;
  constexpr size_t kMarksPerSlot = 16;
  mark_mask_ = std::max<size_t>(kMarksPerSlot * count, 64) - 1;
  marks_.assign((mark_mask_ + 1) / 64, 0);
  for (size_t i = 0; i < filed.size(); ++i) {
    const size_t mark = MarkOf(filed[i].first);
    marks_[mark / 64] |= uint64_t{1} << mark % 64;
    filed_.push_back(filed[i].second);
    const uint64_t hash = filed[i].first;
    if (i + 1 < filed.size() && filed[i + 1].first == hash) continue;
    size_t begin = i;
    while (begin > 0 && filed[begin - 1].first == hash) --begin;
    size_t at = hash & mask_;
    while (slots_[at].begin != slots_[at].end) at = (at + 1) & mask_;
    slots_[at] = {hash, static_cast<uint32_t>(begin), static_cast<uint32_t>(i + 1)};
  }
}

}  // namespace gatepost
