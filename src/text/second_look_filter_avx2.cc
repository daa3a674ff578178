// Sets of bytes are told by two table look-ups, of the low and of the high half of each byte; the
// three first letters of number words in the same way.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

#include "text/number_word_buckets.h"
#include "text/second_look_bytes.h"
#include "text/second_look_filter_simd.h"
#include "text/second_look_masks.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace gatepost {
namespace {

// For each low half the high halves, a bit each, with which it is a byte of the set: exact for
// ASCII.
constexpr ByteTable SetOf(std::string_view bytes) {
  ByteTable low{};
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    low[byte & 15U] = static_cast<uint8_t>(low[byte & 15U] | (1U << (byte >> 4U)));
  }
  return low;
}
constexpr ByteTable kHighBits = {1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0};
constexpr ByteTable kLike = SetOf(kLettersLikeDigits);
constexpr ByteTable kEncode = SetOf(kEncodingSigns);
constexpr ByteTable kOdd = SetOf(kOddSigns);
constexpr ByteTable kList = SetOf(kListSigns);
constexpr ByteTable kOpen = SetOf(kOpeningSigns);
constexpr ByteTable kClose = SetOf(kClosingSigns);
constexpr ByteTable kBracketedBytes = SetOf(kBracketed);
constexpr ByteTable kMarks = SetOf(kBracketedMarks);

GATEPOST_AVX2 inline __m256i Table(const ByteTable& table) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

GATEPOST_AVX2 inline __m256i Load(const char* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

// In lower case.
GATEPOST_AVX2 inline __m256i LoadLower(const char* at) {
  return _mm256_or_si256(Load(at), _mm256_set1_epi8(kCaseBit));
}

GATEPOST_AVX2 inline __m256i HighHalf(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15));
}
GATEPOST_AVX2 inline __m256i LowHalf(__m256i bytes) {
  return _mm256_and_si256(bytes, _mm256_set1_epi8(15));
}

// The bytes that are all ones; those that are not zero.
GATEPOST_AVX2 inline uint64_t MaskOf(__m256i bytes) {
  return static_cast<uint32_t>(_mm256_movemask_epi8(bytes));
}
GATEPOST_AVX2 inline uint64_t NonZero(__m256i bytes) {
  return MaskOf(_mm256_cmpeq_epi8(bytes, _mm256_setzero_si256())) ^ 0xFFFFFFFFU;
}

GATEPOST_AVX2 inline uint64_t Within(__m256i bytes, char first, char count) {
  const __m256i from_first = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
  const __m256i last = _mm256_set1_epi8(static_cast<char>(count - 1));
  return MaskOf(_mm256_cmpeq_epi8(_mm256_min_epu8(from_first, last), from_first));
}

GATEPOST_AVX2 inline __m256i Buckets(const HalfTables& tables, __m256i lower) {
  return _mm256_and_si256(_mm256_shuffle_epi8(Table(tables.low), LowHalf(lower)),
                          _mm256_shuffle_epi8(Table(tables.high), HighHalf(lower)));
}

GATEPOST_AVX2 inline __m256i Are(__m256i bytes, char c) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c));
}
GATEPOST_AVX2 inline __m256i All(__m256i a, __m256i b, __m256i c) {
  return _mm256_and_si256(_mm256_and_si256(a, b), c);
}

// Which bytes are of a set, by their low halves and the bits of their high ones.
GATEPOST_AVX2 inline uint64_t In(const ByteTable& set, __m256i low, __m256i high_bits) {
  return NonZero(_mm256_and_si256(_mm256_shuffle_epi8(Table(set), low), high_bits));
}

// 32 bytes with those behind each, in lower case, and the halves of each.
struct Loaded {
  __m256i bytes, low, high, first, second, third;
};
GATEPOST_AVX2 inline Loaded LoadWithNext(const char* from) {
  const __m256i bytes = Load(from);
  return {
      bytes,           LowHalf(bytes),      _mm256_shuffle_epi8(Table(kHighBits), HighHalf(bytes)),
      LoadLower(from), LoadLower(from + 1), LoadLower(from + 2)};
}

// The masks of 32 bytes, behind which three more are read, moved up by `shift` bits into those of a
// block.
GATEPOST_AVX2 inline void AddMasks(const char* from, int shift, CueMasks& m) {
  const auto [bytes, low, high, first, second, third] = LoadWithNext(from);
  m.digits |= Within(bytes, '0', 10) << shift;
  m.letters |= Within(first, 'a', 26) << shift;
  m.encode |= In(kEncode, low, high) << shift;
  m.encode_pairs |= MaskOf(_mm256_or_si256(_mm256_and_si256(Are(bytes, '&'), Are(second, '#')),
                                           _mm256_and_si256(Are(bytes, '='), Are(second, '*'))))
                    << shift;  // a line break compares as *
  m.open |= In(kOpen, low, high) << shift;
  m.close |= In(kClose, low, high) << shift;
  m.bracketed |= In(kBracketedBytes, low, high) << shift;
  m.marks |= In(kMarks, low, high) << shift;
  m.spaces |= MaskOf(Are(bytes, ' ')) << shift;
  m.ats |= MaskOf(Are(bytes, '@')) << shift;
  m.dots |= MaskOf(All(Are(first, 'd'), Are(second, 'o'), Are(third, 't'))) << shift;
  m.words |= NonZero(All(Buckets(kFirstLetters, first), Buckets(kSecondLetters, second),
                         Buckets(kThirdLetters, third)))
             << shift;
  const __m256i one = All(Are(first, 'o'), Are(second, 'n'), Are(third, 'e'));
  const __m256i un = _mm256_and_si256(Are(first, 'u'), Are(second, 'n'));
  const __m256i dim = All(Are(first, 'd'), Are(second, 'i'), Are(third, 'm'));
  m.ones |= MaskOf(_mm256_or_si256(_mm256_or_si256(one, un), dim)) << shift;
}

GATEPOST_AVX2 inline void AddMasks(const char* from, int shift, NumberCueMasks& m) {
  const auto [bytes, low, high, first, second, third] = LoadWithNext(from);
  m.capitals |= Within(bytes, 'A', 26) << shift;
  m.like |= In(kLike, low, high) << shift;
  m.odd |= In(kOdd, low, high) << shift;
  m.list |= In(kList, low, high) << shift;
  m.hyphens |= MaskOf(Are(bytes, '-')) << shift;
  m.commas |= MaskOf(Are(bytes, ',')) << shift;
  const __m256i then = _mm256_and_si256(All(Are(first, 't'), Are(second, 'h'), Are(third, 'e')),
                                        Are(LoadLower(from + 3), 'n'));
  const __m256i um = _mm256_and_si256(Are(first, 'u'), Are(second, 'm'));
  const __m256i dash = All(Are(first, 'd'), Are(second, 'a'), Are(third, 's'));
  const __m256i wedyn = All(Are(first, 'w'), Are(second, 'e'), Are(third, 'd'));
  m.fillers |= MaskOf(_mm256_or_si256(_mm256_or_si256(then, um), _mm256_or_si256(dash, wedyn)))
               << shift;
  m.ellipses |= MaskOf(All(Are(first, '.'), Are(second, '.'), Are(third, '.'))) << shift;
}

GATEPOST_AVX2 inline bool MayHideIn(const char* block) {
  constexpr int kHalf = kCueBlock / 2;
  CueMasks masks;
  AddMasks(block, 0, masks);
  AddMasks(block + kHalf, kHalf, masks);
  if (MayHideIn(masks)) return true;
  if (masks.digits == 0) return false;
  NumberCueMasks numbers;
  AddMasks(block, 0, numbers);
  AddMasks(block + kHalf, kHalf, numbers);
  return MayHideIn(masks, numbers);
}

}  // namespace

GATEPOST_AVX2 bool MayHaveCuesByAvx2(std::string_view text) {
  std::array<char, kCueBlock + kCueBeyond> last_bytes{};
  for (size_t at = 0; at < text.size(); at += kCueStride) {
    const char* from = text.data() + at;
    if (text.size() - at < kCueBlock + kCueBeyond) {
      last_bytes.fill('\0');
      std::memcpy(last_bytes.data(), from, std::min(kCueBlock, text.size() - at));
      from = last_bytes.data();
    }
    if (MayHideIn(from)) return true;
  }
  return false;
}

}  // namespace gatepost

#endif
