#pragma once

// Whether any of many regexes can match where a text goes on with these four bytes: a few look-ups
// that spare most words of a text the automaton.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "regex/nfa.h"

namespace gatepost {

// Const, shared by all threads.
class PrefixTable {
 public:
  // Of the regexes that begin at one of `starts`.
  PrefixTable(const Nfa& nfa, std::span<const Nfa::Node> starts);

  // Never false where one of them matches, and seldom true where none does. The first byte is the
  // lowest of `bytes`. Letters count in either case but for the first byte.
  [[nodiscard]] bool MayBegin(uint32_t bytes) const {
    const Row& row = rows_[(bytes & 0x7FU) * kFoldedBytes + Folded(bytes >> 8)];
    const uint32_t third = Folded(bytes >> 16);
    const size_t slot = SlotOf(bytes);
    const uint64_t is_in_slots = row.sparse >> third & slots_[slot / 64] >> slot % 64;
    return ((is_in_slots | row.dense >> third) & 1) != 0;
  }

 private:
  static constexpr size_t kFoldedBytes = 64;
  // Letters in either case are one; other bytes that are one are seldom meant both.
  static constexpr uint32_t Folded(uint32_t byte) { return (byte & 0x1FU) | (byte & 0x40U) >> 1U; }
  static constexpr size_t kSlotBits = 17;
  static size_t SlotOf(uint32_t bytes) {
    const uint32_t folded = (bytes & 0x7FU) << 18U | Folded(bytes >> 8) << 12U |
                            Folded(bytes >> 16) << 6U | Folded(bytes >> 24);
    // 2^32 divided by the golden ratio
    return folded * 0x9E3779B9U >> (32 - kSlotBits);
  }
  class Maker;
  // Of each set of the automaton, its bytes folded.
  static std::vector<uint64_t> FoldedSets(const Nfa& nfa);

  // By the first byte and the second, folded: the third bytes, folded, a bit each, of what begins
  // in few ways, whose four bytes are in slots_, and of what begins in too many for that.
  struct Row {
    uint64_t sparse = 0;
    uint64_t dense = 0;
  };
  std::vector<Row> rows_;
  std::vector<uint64_t> slots_;  // by the hash of all four bytes, a bit each
};

}  // namespace gatepost
