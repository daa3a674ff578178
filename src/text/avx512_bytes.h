#pragma once

// The bytes of a text, 64 at a time, for what runs by AVX-512.

#include "text/simd.h"

#if defined(__x86_64__)

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <immintrin.h>

#include "text/byte_masks.h"

namespace gatepost {

// Those of the 64 bytes from `at` on that the text has; `at` may lie behind its end.
GATEPOST_AVX512 inline uint64_t MaskFrom(std::string_view text, size_t at) {
  return MaskBelow(text.size() - std::min(at, text.size()));
}

// The 64 bytes from `at` on; those behind the text's end are zero, and not read.
GATEPOST_AVX512 inline __m512i BytesFrom(std::string_view text, size_t at) {
  const char* const from = text.data() + std::min(at, text.size());
  return _mm512_maskz_loadu_epi8(MaskFrom(text, at), from);
}

// What the table, of all of ASCII at least, has for each of the bytes, which are 7-bit.
template <size_t size>
GATEPOST_AVX512 inline __m512i LookUpAscii(const std::array<uint8_t, size>& table, __m512i bytes) {
  static_assert(size >= 2 * kBlockBytes);
  return _mm512_permutex2var_epi8(_mm512_loadu_si512(table.data()), bytes,
                                  _mm512_loadu_si512(table.data() + kBlockBytes));
}

}  // namespace gatepost

#endif
