#include "judge/word_masks.h"

#include <algorithm>

#include "text/avx512_bytes.h"
#include "text/byte_masks.h"
#include "text/simd.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gatepost {

#if defined(__x86_64__)
namespace {

GATEPOST_AVX512 WordMasks WordMasksByAvx512(std::string_view text, size_t at) {
  const __m512i kinds = LookUpAscii(kWordByteKinds, BytesFrom(text, at));
  return {_mm512_test_epi8_mask(kinds, _mm512_set1_epi8(kWordByte)),
          _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(kSignByte)),
          _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(kApostrophe))};
}

}  // namespace
#endif

WordMasks WordMasksOf(std::string_view text, size_t at) {
#if defined(__x86_64__)
  if (HasAvx512()) return WordMasksByAvx512(text, at);
#endif
  return PlainWordMasksOf(text, at);
}

WordMasks PlainWordMasksOf(std::string_view text, size_t at) {
  WordMasks masks;
  const size_t count = at < text.size() ? std::min<size_t>(text.size() - at, kBlockBytes) : 0;
  for (size_t i = 0; i < count; ++i) {
    const uint64_t kind = kWordByteKinds[static_cast<uint8_t>(text[at + i])];
    masks.words |= (kind & kWordByte) << i;
    masks.signs |= (kind & kSignByte) / kSignByte << i;
    masks.apostrophes |= (kind & kApostrophe) / kApostrophe << i;
  }
  return masks;
}

}  // namespace gatepost
