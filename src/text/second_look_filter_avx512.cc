// The kinds of 64 bytes are looked up in tables of all of ASCII at once.

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"
#include "text/avx512_bytes.h"
#include "text/byte_masks.h"
#include "text/number_word_buckets.h"
#include "text/second_look_bytes.h"
#include "text/second_look_filter_simd.h"
#include "text/second_look_masks.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace gatepost {
namespace {

// A byte's bits, for all of ASCII.
using AsciiTable = std::array<uint8_t, 128>;

template <class BitsOf>
constexpr AsciiTable TableOf(BitsOf bits_of) {
  AsciiTable table{};
  for (size_t c = 0; c < table.size(); ++c) table[c] = bits_of(static_cast<char>(c));
  return table;
}

constexpr bool IsOneOf(char c, std::string_view bytes) {
  return bytes.find(c) != std::string_view::npos;
}

// `bits` if it is so.
constexpr uint8_t BitIf(bool is_so, int bit) {
  return static_cast<uint8_t>(is_so ? 1U << bit : 0U);
}

enum Kind { kDigit, kLetter, kEncode, kOpen, kClose, kBracketedKind, kMark, kAt };
constexpr AsciiTable kKinds = TableOf([](char c) {
  return static_cast<uint8_t>(
      BitIf(IsDigit(c), kDigit) | BitIf(IsLetter(c), kLetter) |
      BitIf(IsOneOf(c, kEncodingSigns), kEncode) | BitIf(IsOneOf(c, kOpeningSigns), kOpen) |
      BitIf(IsOneOf(c, kClosingSigns), kClose) | BitIf(IsOneOf(c, kBracketed), kBracketedKind) |
      BitIf(IsOneOf(c, kBracketedMarks), kMark) | BitIf(c == '@', kAt));
});

enum NumberKind { kCapital, kLike, kOdd, kList, kHyphen, kComma };
constexpr AsciiTable kNumberKinds = TableOf([](char c) {
  return static_cast<uint8_t>(
      BitIf(c >= 'A' && c <= 'Z', kCapital) | BitIf(IsOneOf(c, kLettersLikeDigits), kLike) |
      BitIf(IsOneOf(c, kOddSigns), kOdd) | BitIf(IsOneOf(c, kListSigns), kList) |
      BitIf(c == '-', kHyphen) | BitIf(c == ',', kComma));
});

// The words of several bytes that are looked for, a bit each, by their first, second, third byte;
// '?' is any.
template <size_t count>
constexpr AsciiTable PlacesOf(const std::array<std::string_view, count>& words, size_t place) {
  return TableOf([&](char c) {
    uint8_t bits = 0;
    for (size_t i = 0; i < count; ++i) {
      const char wanted = words[i][place];
      bits = static_cast<uint8_t>(bits |
                                  BitIf(wanted == '?' || wanted == Lower(c), static_cast<int>(i)));
    }
    return bits;
  });
}

struct Tables {
  AsciiTable first, second, third;
};
template <size_t count>
constexpr Tables TablesOf(const std::array<std::string_view, count>& words) {
  return {PlacesOf(words, 0), PlacesOf(words, 1), PlacesOf(words, 2)};
}

constexpr Tables kNumberWords = {TableOf([](char c) { return BucketsOf(kFirstLetters, c); }),
                                 TableOf([](char c) { return BucketsOf(kSecondLetters, c); }),
                                 TableOf([](char c) { return BucketsOf(kThirdLetters, c); })};
constexpr uint8_t kPairBits = 0x03, kDotBit = 0x04, kOneBits = 0x38;
constexpr Tables kShortWords =
    TablesOf(std::to_array<std::string_view>({"&#?", "=\n?", "dot", "one", "un?", "dim"}));
constexpr uint8_t kThenBit = 0x01, kFillerBits = 0x0E, kEllipsisBit = 0x10;
constexpr Tables kFillers =
    TablesOf(std::to_array<std::string_view>({"the", "um?", "das", "wed", "..."}));

// The bytes of a block, and for each of them those behind it.
struct Neighbours {
  __m512i first, second, third;
};

GATEPOST_AVX512 inline __m512i LookUp(const Tables& tables, const Neighbours& n) {
  return _mm512_and_si512(
      _mm512_and_si512(LookUpAscii(tables.first, n.first), LookUpAscii(tables.second, n.second)),
      LookUpAscii(tables.third, n.third));
}

GATEPOST_AVX512 inline uint64_t With(__m512i kinds, uint8_t bits) {
  return _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(static_cast<char>(bits)));
}

GATEPOST_AVX512 inline CueMasks CueMasksOf(const Neighbours& n) {
  const __m512i kinds = LookUpAscii(kKinds, n.first);
  const __m512i words = LookUp(kNumberWords, n);
  const __m512i others = LookUp(kShortWords, n);
  CueMasks m;
  m.digits = With(kinds, 1U << kDigit);
  m.letters = With(kinds, 1U << kLetter);
  m.encode = With(kinds, 1U << kEncode);
  m.encode_pairs = With(others, kPairBits);
  m.open = With(kinds, 1U << kOpen);
  m.close = With(kinds, 1U << kClose);
  m.bracketed = With(kinds, 1U << kBracketedKind);
  m.marks = With(kinds, 1U << kMark);
  m.spaces = _mm512_cmpeq_epi8_mask(n.first, _mm512_set1_epi8(' '));
  m.ats = With(kinds, 1U << kAt);
  m.dots = With(others, kDotBit);
  m.words = _mm512_test_epi8_mask(words, words);
  m.ones = With(others, kOneBits);
  return m;
}

GATEPOST_AVX512 inline NumberCueMasks NumberCueMasksOf(const Neighbours& n, __m512i fourth) {
  const __m512i kinds = LookUpAscii(kNumberKinds, n.first);
  const __m512i fillers = LookUp(kFillers, n);
  const __m512i lower = _mm512_or_si512(fourth, _mm512_set1_epi8(kCaseBit));
  const uint64_t before_n = _mm512_cmpeq_epi8_mask(lower, _mm512_set1_epi8('n'));
  NumberCueMasks m;
  m.capitals = With(kinds, 1U << kCapital);
  m.like = With(kinds, 1U << kLike);
  m.odd = With(kinds, 1U << kOdd);
  m.list = With(kinds, 1U << kList);
  m.hyphens = With(kinds, 1U << kHyphen);
  m.commas = With(kinds, 1U << kComma);
  m.fillers = With(fillers, kFillerBits) | (With(fillers, kThenBit) & before_n);
  m.ellipses = With(fillers, kEllipsisBit);
  return m;
}

}  // namespace

GATEPOST_AVX512 bool MayHaveCuesByAvx512(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += kCueStride) {
    const std::string_view rest = text.substr(at);
    const Neighbours neighbours = {BytesFrom(rest, 0), BytesFrom(rest, 1), BytesFrom(rest, 2)};
    const CueMasks masks = CueMasksOf(neighbours);
    if (MayHideIn(masks)) return true;
    if (masks.digits == 0) continue;
    if (MayHideIn(masks, NumberCueMasksOf(neighbours, BytesFrom(rest, 3)))) return true;
  }
  return false;
}

}  // namespace gatepost

#endif
