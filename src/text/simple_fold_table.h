#pragma once

// Folds by the bytes of UTF-8, for code points that become one byte or vanish: what most texts
// consist of. Made from ICU as the tables in code_point_tables.h are, of which these are a part.

#include <cstdint>

#include "text/code_point_tables.h"

namespace gatepost {

// What a sequence folds to that is valid and becomes one byte (0: it vanishes), or that it is not
// simple. kSimpleFolds has a part for each length, that of two and that of three from U+0000 on:
// what is longer than it need be is not simple. Before them stand 128 of which none is simple.
inline constexpr uint8_t kNotSimple = 0xFF;
inline constexpr uint32_t kPageSize = 128;
inline constexpr char32_t kFoldTableBegin4 = 0x10000;

extern const uint8_t kSimpleFolds[];
// By the lower half of the first of three bytes, to what all sequences with it fold, if to the
// same.
extern const uint8_t kWholeFoldsOf3[];

// The folds of the page (all but the last seven bits of a code point) of a sequence, by its bytes
// before the last one; `first` is one for that length, the others are such as follow one.
inline const uint8_t* SimpleFoldsOf2(uint32_t first) {
  return kSimpleFolds + kPageSize + ((first & 0x1EU) << 6);
}
inline const uint8_t* SimpleFoldsOf3(uint32_t first, uint32_t second) {
  constexpr uint32_t kBegin = kPageSize + 0x800;
  return kSimpleFolds + kBegin + ((first & 0xFU) << 12 | (second & 0x3EU) << 6);
}
inline const uint8_t* SimpleFoldsOf4(uint32_t first, uint32_t second, uint32_t third) {
  constexpr uint32_t kBegin = kPageSize + 0x800 + 0x10000;
  const uint32_t page = (first & 0xFU) << 18 | (second & 0x3FU) << 12 | (third & 0x3EU) << 6;
  const uint32_t place = page - kFoldTableBegin4;
  return kSimpleFolds + (place < kFoldTableEnd - kFoldTableBegin4 ? kBegin + place : 0);
}

// Of the last two bytes the place in a page.
inline uint32_t InPage(uint32_t before_last, uint32_t last) {
  return (before_last & 1U) << 6 | (last & 0x3FU);
}
inline uint8_t SimpleFoldOf2(uint32_t first, uint32_t second) {
  return SimpleFoldsOf2(first)[InPage(first, second)];
}
inline uint8_t SimpleFoldOf3(uint32_t first, uint32_t second, uint32_t third) {
  return SimpleFoldsOf3(first, second)[InPage(second, third)];
}
inline uint8_t SimpleFoldOf4(uint32_t first, uint32_t second, uint32_t third, uint32_t fourth) {
  return SimpleFoldsOf4(first, second, third)[InPage(third, fourth)];
}

}  // namespace gatepost
