#pragma once

// The lists that tell names from other words, built into the program: first-names.txt,
// surnames.txt, common-words.txt and never-names.txt of patterns/lists, whose first lines say where
// they are from.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatepost {

// Which lists a word is in, a bit each.
enum NameList : uint8_t {
  kFirstNameList = 1,
  kSurnameList = 2,
  kCommonWordList = 4,  // no names without more, though some stand in the other two
  kNeverNameList = 8,   // no part of a name, wherever they stand
};
using NameLists = uint8_t;

// Of a word in lower case, letters alone. One look-up.
[[nodiscard]] NameLists NameListsOf(std::string_view word);

// The table that is looked up in, made when Gatepost is built (make_name_table.cc): of each word,
// at the first free slot from that of its hash on, where its letters stand in `text`.
struct NameTable {
  static constexpr uint32_t kSizeBits = 5;
  static constexpr uint32_t kListBits = 4;
  static constexpr size_t kMaxWordBytes = (1U << kSizeBits) - 1;
  static constexpr size_t kMaxTextBytes = size_t{1} << (32 - kSizeBits - kListBits);

  // The place in the text, the size and the lists of a word; 0 if the slot is free.
  static constexpr uint32_t Slot(size_t place, size_t size, NameLists lists) {
    return static_cast<uint32_t>((place << kSizeBits | size) << kListBits | lists);
  }

  std::string_view text;
  const uint32_t* slots;
  uint32_t slot_mask;  // the number of slots, a power of two, less one
};
extern const NameTable kNameTable;

// FNV-1a.
[[nodiscard]] constexpr uint32_t HashOfName(std::string_view word) {
  uint32_t hash = 0x811c9dc5;
  for (const char c : word) hash = (hash ^ static_cast<uint8_t>(c)) * 0x01000193;
  return hash ^ hash >> 15;
}

}  // namespace gatepost
