#include "judge/word_index.h"

#include <algorithm>

namespace gatepost {

WordIndex::WordIndex(const std::vector<uint64_t>& hashes) {
  size_t count = 1;
  while (count < 2 * hashes.size() + 1) count *= 2;
  slots_.assign(count, {});
  mask_ = count - 1;
  constexpr size_t kMarksPerSlot = 16;
  mark_mask_ = std::max<size_t>(kMarksPerSlot * count, 64) - 1;
  marks_.assign((mark_mask_ + 1) / 64, 0);
  // Until all are counted, a slot's end is how many are filed there.
  std::vector<uint32_t> slot_of(hashes.size());
  for (size_t i = 0; i < hashes.size(); ++i) {
    const size_t mark = MarkOf(hashes[i]);
    marks_[mark / 64] |= uint64_t{1} << mark % 64;
    size_t at = hashes[i] & mask_;
    while (slots_[at].end != 0 && slots_[at].hash != hashes[i]) at = (at + 1) & mask_;
    slots_[at].hash = hashes[i];
    ++slots_[at].end;
    slot_of[i] = static_cast<uint32_t>(at);
  }
  uint32_t next = 0;
  for (Slot& slot : slots_) {
    slot.begin = next;
    next += slot.end;
    slot.end = slot.begin;
  }
  filed_.resize(hashes.size());
  for (uint32_t i = 0; i < hashes.size(); ++i) filed_[slots_[slot_of[i]].end++] = i;
}

}  // namespace gatepost
