// Blocks of 64 bytes become masks, a bit a byte, and a few shifts of masks say whether anything
// that CuesIn looks for can be there. Sets of bytes are told by two table look-ups, of the low and
// of the high half of each byte; the three first letters of number words in the same way.

#include "text/second_look_filter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "base/ascii.h"
#include "text/second_look_bytes.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gatepost {
namespace {

// A bucket holds the words that begin with one letter of each of its three sets.
struct Bucket {
  std::string_view first, second, third;
};
constexpr auto kBuckets = std::to_array<Bucket>({
    {"zeo", "eih", "rg ,.-*"},  // zero, eight, oh (a line break has the * of its lower case)
    {"sf", "ei13", "vxf"},      // seven, six, five, fifty
    {"t", "w", "oe"},           // two, twenty
    {"tcd", "hw", "rwyb"},      // three, chwech, dwy, dwbl
    {"fdn", "oa", "u"},         // four, double, nought, dau
    {"ns", "a", "wi"},          // naw, saith
    {"wp", "yue", "tmd"},       // wyth, pump, pedwar
    {"n", "i", "n"},            // nine
});

using ByteTable = std::array<uint8_t, 16>;

// By the low and by the high half of a byte which buckets (of their nth letter) it may be in; both
// together may say yes to a byte that is none, the same one everywhere.
struct HalfTables {
  ByteTable low{};
  ByteTable high{};
};

constexpr HalfTables TablesOf(std::string_view Bucket::*letters) {
  HalfTables tables;
  for (size_t i = 0; i < kBuckets.size(); ++i) {
    for (const char c : kBuckets[i].*letters) {
      const auto byte = static_cast<uint8_t>(c);
      tables.low[byte & 15U] = static_cast<uint8_t>(tables.low[byte & 15U] | (1U << i));
      tables.high[byte >> 4U] = static_cast<uint8_t>(tables.high[byte >> 4U] | (1U << i));
    }
  }
  return tables;
}
constexpr HalfTables kFirst = TablesOf(&Bucket::first);
constexpr HalfTables kSecond = TablesOf(&Bucket::second);
constexpr HalfTables kThird = TablesOf(&Bucket::third);

// As bytes are compared: a letter in lower case, digits as they are.
constexpr uint8_t kCaseBit = 0x20;

uint8_t BucketsOf(const HalfTables& tables, char c) {
  const auto byte = static_cast<uint8_t>(static_cast<uint8_t>(c) | kCaseBit);
  return tables.low[byte & 15U] & tables.high[byte >> 4U];
}

#if defined(__x86_64__)

#define GATEPOST_AVX2 __attribute__((target("avx2,popcnt")))

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
constexpr ByteTable kBracketed = SetOf("aAdD@. ");

// A bit a byte, the first byte lowest. These decide by themselves …
struct Masks {
  uint64_t digits = 0;
  uint64_t letters = 0;
  uint64_t encode = 0;
  uint64_t encode_pairs = 0;  // "&#", and "=" before a line break
  uint64_t open = 0;
  uint64_t bracketed = 0;  // what may stand in a bracket with a sign
  uint64_t ats = 0;
  uint64_t dots = 0;   // "dot" begins
  uint64_t words = 0;  // three letters of a bucket begin
  uint64_t ones = 0;   // "one", "un" or "dim" begins
};

// … and these beside digits.
struct NumberMasks {
  uint64_t capitals = 0;
  uint64_t like = 0;
  uint64_t odd = 0;
  uint64_t list = 0;
  uint64_t hyphens = 0;
  uint64_t fillers = 0;   // "then", "um", "dash" or "wed" begins
  uint64_t ellipses = 0;  // "..." begins
};

constexpr size_t kBlock = 64;
constexpr size_t kBeyond = 3;   // bytes read behind a block
constexpr size_t kStride = 40;  // so that any 24 bytes are within a block

// `mask` moved so that each bit tells of the bytes up to `count` before it, or behind it; the first
// `width` of them are there.
template <int count, int width = 1>
constexpr uint64_t Behind(uint64_t mask) {
  if constexpr (width == 1) mask <<= 1;
  if constexpr (width >= count) {
    return mask;
  } else {
    constexpr int step = std::min(width, count - width);
    return Behind<count, width + step>(mask | (mask << step));
  }
}
template <int count, int width = 1>
constexpr uint64_t Before(uint64_t mask) {
  if constexpr (width == 1) mask >>= 1;
  if constexpr (width >= count) {
    return mask;
  } else {
    constexpr int step = std::min(width, count - width);
    return Before<count, width + step>(mask | (mask >> step));
  }
}

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
GATEPOST_AVX2 inline void AddMasks(const char* from, int shift, Masks& m) {
  const auto [bytes, low, high, first, second, third] = LoadWithNext(from);
  m.digits |= Within(bytes, '0', 10) << shift;
  m.letters |= Within(first, 'a', 26) << shift;
  m.encode |= In(kEncode, low, high) << shift;
  m.encode_pairs |= MaskOf(_mm256_or_si256(_mm256_and_si256(Are(bytes, '&'), Are(second, '#')),
                                           _mm256_and_si256(Are(bytes, '='), Are(second, '*'))))
                    << shift;  // a line break compares as *
  m.open |= In(kOpen, low, high) << shift;
  m.bracketed |= In(kBracketed, low, high) << shift;
  m.ats |= MaskOf(Are(bytes, '@')) << shift;
  m.dots |= MaskOf(All(Are(first, 'd'), Are(second, 'o'), Are(third, 't'))) << shift;
  m.words |= NonZero(All(Buckets(kFirst, first), Buckets(kSecond, second), Buckets(kThird, third)))
             << shift;
  const __m256i one = All(Are(first, 'o'), Are(second, 'n'), Are(third, 'e'));
  const __m256i un = _mm256_and_si256(Are(first, 'u'), Are(second, 'n'));
  const __m256i dim = All(Are(first, 'd'), Are(second, 'i'), Are(third, 'm'));
  m.ones |= MaskOf(_mm256_or_si256(_mm256_or_si256(one, un), dim)) << shift;
}

GATEPOST_AVX2 inline void AddMasks(const char* from, int shift, NumberMasks& m) {
  const auto [bytes, low, high, first, second, third] = LoadWithNext(from);
  m.capitals |= Within(bytes, 'A', 26) << shift;
  m.like |= In(kLike, low, high) << shift;
  m.odd |= In(kOdd, low, high) << shift;
  m.list |= In(kList, low, high) << shift;
  m.hyphens |= MaskOf(Are(bytes, '-')) << shift;
  const __m256i then = _mm256_and_si256(All(Are(first, 't'), Are(second, 'h'), Are(third, 'e')),
                                        Are(LoadLower(from + 3), 'n'));
  const __m256i um = _mm256_and_si256(Are(first, 'u'), Are(second, 'm'));
  const __m256i dash = All(Are(first, 'd'), Are(second, 'a'), Are(third, 's'));
  const __m256i wedyn = All(Are(first, 'w'), Are(second, 'e'), Are(third, 'd'));
  m.fillers |= MaskOf(_mm256_or_si256(_mm256_or_si256(then, um), _mm256_or_si256(dash, wedyn)))
               << shift;
  m.ellipses |= MaskOf(All(Are(first, '.'), Are(second, '.'), Are(third, '.'))) << shift;
}

// Each line a cue of CuesIn, or more than it. What stands before the first byte and behind the last
// is not known, and so may be anything.
GATEPOST_AVX2 inline bool MayHideIn(const Masks& m) {
  const uint64_t group = m.digits | m.letters;
  const uint64_t starts = group & ~(group << 1);
  uint64_t apart = starts & ~(group >> 1);
  for (int i = 0; i < 3 && apart != 0; ++i) apart &= Before<7>(apart);
  const uint64_t encoded = (m.encode & (group >> 1)) | m.encode_pairs;
  const uint64_t signs = m.dots | (m.open & (m.bracketed >> 1)) | (m.ats & ~(group >> 1));
  if ((apart | encoded | signs) != 0) return true;
  return std::popcount(m.words & starts) >= 2 || std::popcount(m.words) >= 3 ||
         std::popcount((m.words | m.ones) & starts) >= 3;
}

// The same of what stands beside digits, of which there are some.
GATEPOST_AVX2 inline bool MayHideIn(const Masks& m, const NumberMasks& n) {
  const uint64_t looks = (n.like & ((m.digits << 1) | (m.digits >> 1))) |
                         (n.hyphens & (n.like << 1) & (m.digits >> 1));
  const uint64_t lower = m.letters & ~n.capitals;
  const uint64_t after = m.digits | (n.capitals & ~(lower >> 1));
  const uint64_t references = n.odd & Behind<6>(m.digits | n.capitals) & Before<6>(after);
  const uint64_t between = Behind<6>(m.digits) & Before<6>(m.digits);
  const uint64_t threes = m.digits & (m.digits >> 1) & (m.digits >> 2);
  const uint64_t fillers = n.fillers & Behind<6>(m.digits) & Before<13>(m.digits);
  return (looks | references | fillers | (n.ellipses & between)) != 0 ||
         ((n.list & between) != 0 && threes != 0);
}

GATEPOST_AVX2 inline bool MayHideIn(const char* block) {
  constexpr int kHalf = kBlock / 2;
  Masks masks;
  AddMasks(block, 0, masks);
  AddMasks(block + kHalf, kHalf, masks);
  if (MayHideIn(masks)) return true;
  if (masks.digits == 0) return false;
  NumberMasks numbers;
  AddMasks(block, 0, numbers);
  AddMasks(block + kHalf, kHalf, numbers);
  return MayHideIn(masks, numbers);
}

GATEPOST_AVX2 bool MayHaveCuesFast(std::string_view text) {
  std::array<char, kBlock + kBeyond> last_bytes{};
  for (size_t at = 0; at < text.size(); at += kStride) {
    const char* from = text.data() + at;
    if (text.size() - at < kBlock + kBeyond) {
      last_bytes.fill('\0');
      std::memcpy(last_bytes.data(), from, std::min(kBlock, text.size() - at));
      from = last_bytes.data();
    }
    if (MayHideIn(from)) return true;
  }
  return false;
}

#undef GATEPOST_AVX2
#endif

}  // namespace

bool IsOrdinaryNumberWord(std::string_view word) {
  return EqualsLower(word, "one") || EqualsLower(word, "un") || EqualsLower(word, "dim");
}

uint8_t NumberWordBuckets(char first, char second, char third) {
  return BucketsOf(kFirst, first) & BucketsOf(kSecond, second) & BucketsOf(kThird, third);
}

bool MayHaveCues(std::string_view text) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"))
    return MayHaveCuesFast(text);
#endif
  static_cast<void>(text);
  return true;
}

}  // namespace gatepost
