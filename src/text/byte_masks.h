#pragma once

// What stands where in a block of UTF-8: masks with a bit for each of 64 bytes, the first byte
// lowest. By SSE2 where there is x86-64, which always has it; byte by byte elsewhere.

#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gatepost {

inline constexpr uint32_t kBlockBytes = 64;
inline constexpr uint32_t kChunkBytes = 16;

constexpr uint64_t MaskBelow(size_t bit) {
  return bit < kBlockBytes ? (uint64_t{1} << bit) - 1 : ~uint64_t{0};
}

struct ByteMasks {
  uint64_t from_80 = 0;   // parts of sequences of two and more bytes
  uint64_t from_c0 = 0;   // their first bytes
  uint64_t from_e0 = 0;   // those of three and more
  uint64_t from_f0 = 0;   // those of four, and bytes that begin nothing
  uint64_t controls = 0;  // ASCII that is neither printable nor a newline
};

// What of a block is ASCII without controls and whole sequences, as far as first bytes and
// those that follow tell: up to `end` (64 at most), where one begins or ends.
struct WellFormed {
  uint64_t sequences;  // the first bytes of those before `end`
  uint32_t end;
  bool goes_on;  // nothing is wrong at `end`, it is only where the block ends
};

inline WellFormed WellFormedIn(const ByteMasks& masks) {
  const uint64_t expected = masks.from_c0 << 1 | masks.from_e0 << 2 | masks.from_f0 << 3;
  const uint64_t continued = masks.from_80 & ~masks.from_c0;
  constexpr uint64_t kLast = uint64_t{1} << (kBlockBytes - 1);
  const uint64_t unfinished =
      (masks.from_c0 & kLast) | (masks.from_e0 & kLast >> 1) | (masks.from_f0 & kLast >> 2);
  const uint64_t wrong = masks.controls | (expected ^ continued);
  if ((wrong | unfinished) == 0) return {masks.from_c0, kBlockBytes, true};
  auto end = static_cast<uint32_t>(std::countr_zero(wrong | unfinished));
  const bool is_cut_short = (expected >> end & 1) != 0;
  if (is_cut_short) end = static_cast<uint32_t>(std::bit_width(masks.from_c0 & MaskBelow(end))) - 1;
  return {masks.from_c0 & MaskBelow(end), end, wrong == 0};
}

// Byte by byte: what the others must agree with.
namespace byte_masks {

inline bool IsControl(uint8_t byte) { return (byte < ' ' && byte != '\n') || byte == 0x7F; }

inline bool ArePlain(const char* from, uint32_t size) {
  bool are_plain = true;
  for (uint32_t i = 0; i < size; ++i) {
    const auto byte = static_cast<uint8_t>(from[i]);
    are_plain &= byte < 0x80 && !IsControl(byte);
  }
  return are_plain;
}

inline ByteMasks OfBytes(const char* from) {
  ByteMasks masks;
  for (uint32_t i = 0; i < kBlockBytes; ++i) {
    const auto byte = static_cast<uint8_t>(from[i]);
    const auto bit = [i](bool is_set) { return static_cast<uint64_t>(is_set) << i; };
    masks.from_80 |= bit(byte >= 0x80);
    masks.from_c0 |= bit(byte >= 0xC0);
    masks.from_e0 |= bit(byte >= 0xE0);
    masks.from_f0 |= bit(byte >= 0xF0);
    masks.controls |= bit(IsControl(byte));
  }
  return masks;
}

}  // namespace byte_masks

#if defined(__x86_64__)

namespace byte_masks {

inline __m128i Load(const char* from) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}
inline uint64_t MaskOf(__m128i bytes) { return static_cast<uint32_t>(_mm_movemask_epi8(bytes)); }

// The highest bit is set of ASCII that is neither printable nor a newline, and of bytes from 0x80
// on.
inline __m128i NotPlain(__m128i bytes) {
  const __m128i below_space = _mm_cmpgt_epi8(_mm_set1_epi8(' '), bytes);  // compared as signed
  const __m128i is_delete = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F));
  const __m128i is_newline = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
  return _mm_or_si128(_mm_andnot_si128(is_newline, below_space), is_delete);
}

}  // namespace byte_masks

// Whether all bytes from `from` on, as many as the name says, are printable ASCII or newlines.
inline bool ArePlain16(const char* from) {
  return byte_masks::MaskOf(byte_masks::NotPlain(byte_masks::Load(from))) == 0;
}
inline bool ArePlain64(const char* from) {
  using byte_masks::Load;
  using byte_masks::NotPlain;
  const __m128i first = _mm_or_si128(NotPlain(Load(from)), NotPlain(Load(from + 16)));
  const __m128i second = _mm_or_si128(NotPlain(Load(from + 32)), NotPlain(Load(from + 48)));
  return byte_masks::MaskOf(_mm_or_si128(first, second)) == 0;
}

// Of the 64 bytes from `from` on.
inline ByteMasks ByteMasksOf(const char* from) {
  ByteMasks masks;
  for (uint32_t shift = 0; shift < kBlockBytes; shift += kChunkBytes) {
    const __m128i bytes = byte_masks::Load(from + shift);
    const auto bit = [&](int below_highest) {
      return byte_masks::MaskOf(_mm_slli_epi16(bytes, below_highest)) << shift;
    };
    masks.from_80 |= bit(0);
    masks.from_c0 |= bit(1);
    masks.from_e0 |= bit(2);
    masks.from_f0 |= bit(3);
    masks.controls |= byte_masks::MaskOf(byte_masks::NotPlain(bytes)) << shift;
  }
  masks.from_c0 &= masks.from_80;
  masks.from_e0 &= masks.from_c0;
  masks.from_f0 &= masks.from_e0;
  masks.controls &= ~masks.from_80;
  return masks;
}

#else

inline bool ArePlain16(const char* from) { return byte_masks::ArePlain(from, kChunkBytes); }
inline bool ArePlain64(const char* from) { return byte_masks::ArePlain(from, kBlockBytes); }
inline ByteMasks ByteMasksOf(const char* from) { return byte_masks::OfBytes(from); }

#endif

}  // namespace gatepost
