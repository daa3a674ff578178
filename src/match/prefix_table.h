#pragma once

// Whether any of many regexes can match where a text goes on with these four bytes: a few look-ups
// that spare most words of a text the automaton.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/ascii.h"
#include "base/shared_list.h"
#include "regex/nfa.h"

namespace gatepost {

// Bytes as the table tells them apart: letters in either case are one, and so are digits, and other
// bytes that are seldom both meant.
constexpr std::array<uint8_t, 128> FoldedForPrefix() {
  std::array<uint8_t, 128> folded{};
  for (char c = 'a'; c <= 'z'; ++c) {
    folded[static_cast<uint8_t>(c)] = static_cast<uint8_t>(c - 'a' + 1);
    folded[static_cast<uint8_t>(Upper(c))] = folded[static_cast<uint8_t>(c)];
  }
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<uint8_t>(c)] = 27;
  folded[' '] = 28;
  folded['-'] = folded['_'] = 29;
  folded['.'] = folded['@'] = 30;
  folded['/'] = folded['<'] = 31;
  return folded;
}
inline constexpr std::array<uint8_t, 128> kFoldedForPrefix = FoldedForPrefix();

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

  // By the first byte and the second, folded: the third bytes, folded, a bit each, of what begins
  // in few ways, whose four bytes are in the slots, and of what begins in too many for that.
  struct Row {
    uint32_t sparse = 0;
    uint32_t dense = 0;
  };
  // What another table was made of; nullopt if it was none.
  [[nodiscard]] static std::optional<PrefixTable> Of(uint32_t factor, SharedList<Row> rows,
                                                     SharedList<uint64_t> slots);
  [[nodiscard]] uint32_t factor() const { return factor_; }
  [[nodiscard]] const SharedList<Row>& rows() const { return rows_; }
  [[nodiscard]] const SharedList<uint64_t>& slots() const { return slots_; }

 private:
  PrefixTable() = default;

  static constexpr uint32_t kFoldedBytes = 32;
  static uint32_t Folded(uint32_t byte) { return kFoldedForPrefix[byte & 0x7FU]; }
  static constexpr size_t kRows = 128 * kFoldedBytes;
  static constexpr size_t kSlotBits = 17;
  static constexpr size_t kSlotWords = (size_t{1} << kSlotBits) / 64;
  size_t SlotOf(uint32_t bytes) const {
    const uint32_t folded = (bytes & 0x7FU) << 15U | Folded(bytes >> 8) << 10U |
                            Folded(bytes >> 16) << 5U | Folded(bytes >> 24);
    return SlotOfFolded(folded, factor_);
  }
  static size_t SlotOfFolded(uint32_t folded, uint32_t factor) {
    return folded * factor >> (32 - kSlotBits);
  }
  // How many of the commonest begins of words it lets through.
  [[nodiscard]] size_t CommonWordsLeft() const;
  class Maker;
  // Of each set of the automaton, its bytes folded.
  static std::vector<uint32_t> FoldedSets(const Nfa& nfa);

  SharedList<Row> rows_;
  SharedList<uint64_t> slots_;  // by the hash of all four bytes, a bit each
  uint32_t factor_ = 0;         // of the hash
};

}  // namespace gatepost
