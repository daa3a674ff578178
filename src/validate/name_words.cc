#include "validate/name_words.h"

namespace gatepost {

NameLists NameListsOf(std::string_view word) {
  constexpr uint32_t kSizeMask = (1U << NameTable::kSizeBits) - 1;
  constexpr uint32_t kListMask = (1U << NameTable::kListBits) - 1;
  for (uint32_t at = HashOfName(word);; ++at) {
    const uint32_t slot = kNameTable.slots[at & kNameTable.slot_mask];
    if (slot == 0) return 0;
    const uint32_t size = slot >> NameTable::kListBits & kSizeMask;
    const uint32_t place = slot >> (NameTable::kListBits + NameTable::kSizeBits);
    if (kNameTable.text.substr(place, size) == word)
      return static_cast<NameLists>(slot & kListMask);
  }
}

}  // namespace gatepost
