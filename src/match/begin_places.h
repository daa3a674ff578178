#pragma once

// Where in a text matches may begin, as far as single bytes tell: a bit a byte, 64 bytes at a time.
// By AVX-512, AVX2, SSSE3 or byte by byte, whichever is the best that the processor has; all give
// the same.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "regex/regex.h"

namespace gatepost {

// The bytes that matches begin with, by what may not stand before them.
struct BeginBytes {
  ByteSet anywhere;
  ByteSet after_no_digit;
  ByteSet after_no_word;  // neither a letter nor a digit
};

// So many bytes from a place on, counting it, a digit is near.
inline constexpr uint32_t kNearBytes = 12;

// A bit a byte: bit i % 64 of element i / 64 is that of byte i.
struct PlaceMasks {
  std::vector<uint64_t> begins;       // a match may begin there
  std::vector<uint64_t> near_digits;  // a digit is among the next kNearBytes bytes
  // The bytes as match/prefix_table.h folds them, a byte each, so that it is as large as the text;
  // behind the last stand at least as many zeros as the table looks at.
  std::vector<uint8_t> folded;
};

enum class SimdLevel : uint8_t { kPlain, kSsse3, kAvx2, kAvx512 };
// Those that this processor has, the plain one first.
[[nodiscard]] std::vector<SimdLevel> AvailableSimdLevels();
[[nodiscard]] std::string_view NameOf(SimdLevel level);  // "AVX-512"

// Const, shared by all threads.
class BeginPlaces {
 public:
  explicit BeginPlaces(const BeginBytes& bytes, SimdLevel level = AvailableSimdLevels().back());

  // Finds the places of `text`, which is 7-bit. `masks` is overwritten.
  void Find(std::string_view text, PlaceMasks& masks) const;

  // The sets that every byte is looked up in.
  enum Set : uint8_t { kAnywhere, kAfterNoDigit, kAfterNoWord, kDigit, kWord, kSets };
  // By set, for each low half of a byte the high halves, a bit each, with which it is in the set.
  using HalfTables = std::array<std::array<uint8_t, 16>, kSets>;
  // By byte, the sets it is in, a bit each.
  using BitTable = std::array<uint8_t, 128>;

 private:
  // As Find; near_digits has the digits themselves. The masks have room for all blocks.
  void FindSets(std::string_view text, PlaceMasks& masks) const;

  SimdLevel level_;
  HalfTables halves_{};
  BitTable bits_{};
};

}  // namespace gatepost
