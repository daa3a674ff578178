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

// Of bytes that are 7-bit those from `first` to `last`.
__m128i Within(__m128i bytes, char first, char last) {
  return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(first - 1))),
                       _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(last + 1))));
}

}  // namespace

WordMasks WordMasksBySse2(std::string_view text, size_t at) {
  static_assert(kTelephoneMark + 1 == kMailMark && kMailMark + 1 == kHouseMark);
  const std::string_view left = text.substr(std::min(at, text.size()));
  std::array<char, kBlockBytes> last{};
  const bool is_whole = left.size() >= kBlockBytes;
  if (!is_whole) std::copy(left.begin(), left.end(), last.begin());
  const char* const from = is_whole ? left.data() : last.data();
  WordMasks masks;
  for (uint32_t shift = 0; shift < kBlockBytes; shift += kChunkBytes) {
    const __m128i bytes = byte_masks::Load(from + shift);
    const auto is = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const auto bits = [shift](__m128i of) { return byte_masks::MaskOf(of) << shift; };
    const __m128i letters = Within(_mm_or_si128(bytes, _mm_set1_epi8('a' ^ 'A')), 'a', 'z');
    const __m128i others = _mm_or_si128(Within(bytes, '0', '9'), is('_'));
    const __m128i marks = Within(bytes, kTelephoneMark, kHouseMark);
    masks.words |= bits(_mm_or_si128(letters, others));
    masks.signs |= bits(_mm_or_si128(marks, _mm_or_si128(is('$'), is('#'))));
    masks.apostrophes |= bits(is('\''));
  }
  return masks;
}

#endif

WordMasks WordMasksOf(std::string_view text, size_t at) {
#if defined(__x86_64__)
  return HasAvx512() ? WordMasksByAvx512(text, at) : WordMasksBySse2(text, at);
#else
  return PlainWordMasksOf(text, at);
#endif
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
