#pragma once

// What is filed under words, found by their hashes: one look-up for most words, which are in no
// list.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gatepost {

// Const once made, shared by all workers.
class WordIndex {
 public:
  WordIndex() = default;
  // Under each of the hashes (Word::hash) its number in the list is filed.
  explicit WordIndex(const std::vector<uint64_t>& hashes);

  // The numbers that are filed under the hash, ascending. That a word has the hash says nearly that
  // it is the word, not quite.
  [[nodiscard]] std::span<const uint32_t> Of(uint64_t hash) const {
    if ((marks_[MarkOf(hash) / 64] >> MarkOf(hash) % 64 & 1) == 0) return {};
    for (size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.begin == slot.end) return {};
      if (slot.hash == hash) return std::span(filed_).subspan(slot.begin, slot.end - slot.begin);
    }
  }

 private:
  struct Slot {
    uint64_t hash = 0;
    uint32_t begin = 0;  // in filed_; equal to end: the slot is free
    uint32_t end = 0;
  };

  [[nodiscard]] size_t MarkOf(uint64_t hash) const { return hash >> 40 & mark_mask_; }

  // Some bits for each hash that is there, so that most others are told from a little memory.
  std::vector<uint64_t> marks_ = std::vector<uint64_t>(1);
  size_t mark_mask_ = 63;
  std::vector<Slot> slots_ = std::vector<Slot>(1);
  size_t mask_ = 0;  // the number of slots, a power of two, less one
  std::vector<uint32_t> filed_;
};

}  // namespace gatepost
