#pragma once

// Whether any of many regexes can match where a text goes on with these four bytes: a few look-ups
// that spare most words of a text the automaton.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "base/shared_list.h"
#include "regex/nfa.h"

namespace gatepost {

// Bytes as the table tells them apart: letters in either case are one, and so are digits, and other
// bytes that are seldom both meant. By the lower five bits from 0x40 on, which vectors can tell.
inline constexpr size_t kFoldedBytes = 32;
constexpr uint8_t FoldedForPrefix(uint8_t byte) {
  if (byte >= 0x40) return byte % kFoldedBytes;
  if (byte >= '0' && byte <= '9') return 27;
  if (byte == ' ') return 28;
  if (byte == '/' || byte == '<') return 29;
  if (byte == '.') return 30;
  return byte == '-' ? 31 : 0;
}
inline constexpr std::array<uint8_t, 128> kFoldedForPrefix = [] {
  std::array<uint8_t, 128> folded{};
  for (size_t byte = 0; byte < folded.size(); ++byte) {
    folded[byte] = FoldedForPrefix(static_cast<uint8_t>(byte));
  }
  return folded;
}();

// Const, shared by all threads.
class PrefixTable {
 public:
  // So many bytes, counting the first, are looked at.
  static constexpr size_t kBytes = 4;

  // Of the regexes that begin at one of `starts`.
  PrefixTable(const Nfa& nfa, std::span<const Nfa::Node> starts);

  // Never false where one of them matches, and true where none begins with these bytes only if one
  // of them is folded as another. `first` is the first byte, which is 7-bit; `folded` is that byte
  // and those behind it, folded; 0 behind the text.
  [[nodiscard]] bool MayBegin(uint8_t first, const uint8_t* folded) const {
    const size_t block = blocks_[first * kFoldedBytes + folded[1]];
    return (fourths_[block * kFoldedBytes + folded[2]] >> folded[3] & 1) != 0;
  }

  // What another table was made of; nullopt if it was none.
  [[nodiscard]] static std::optional<PrefixTable> Of(SharedList<uint16_t> blocks,
                                                     SharedList<uint32_t> fourths);
  // By the first byte and the second, folded: which block tells of what stands behind them.
  [[nodiscard]] const SharedList<uint16_t>& blocks() const { return blocks_; }
  // By block and the third byte, folded: the fourth ones, folded, a bit each.
  [[nodiscard]] const SharedList<uint32_t>& fourths() const { return fourths_; }

 private:
  PrefixTable() = default;
  static constexpr size_t kRows = 128 * kFoldedBytes;
  class Maker;

  SharedList<uint16_t> blocks_;
  SharedList<uint32_t> fourths_;
};

}  // namespace gatepost
