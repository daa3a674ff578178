#pragma once

// What the filter for a second look asks of a block of 64 bytes once it is masks, a bit a byte, the
// first byte lowest.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "text/second_look_bytes.h"

namespace gatepost {

// These decide by themselves …
struct CueMasks {
  uint64_t digits = 0;
  uint64_t letters = 0;
  uint64_t encode = 0;
  uint64_t encode_pairs = 0;  // "&#", and "=" before a line break
  uint64_t open = 0;
  uint64_t close = 0;
  uint64_t bracketed = 0;  // what begins a sign told in a word in brackets
  uint64_t marks = 0;      // such signs themselves
  uint64_t spaces = 0;
  uint64_t ats = 0;
  uint64_t dots = 0;   // "dot" begins
  uint64_t words = 0;  // three letters of a bucket begin
  uint64_t ones = 0;   // "one", "un" or "dim" begins
};

// … and these beside digits.
struct NumberCueMasks {
  uint64_t capitals = 0;
  uint64_t like = 0;
  uint64_t odd = 0;
  uint64_t list = 0;
  uint64_t commas = 0;
  uint64_t hyphens = 0;
  uint64_t fillers = 0;   // "then", "um", "dash" or "wed" begins
  uint64_t ellipses = 0;  // "..." begins
};

inline constexpr size_t kCueBlock = 64;
inline constexpr size_t kCueBeyond = 3;   // bytes read behind a block
inline constexpr size_t kCueStride = 40;  // so that any 24 bytes are within a block

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

// The letters of words of nine and more, which may be number words run together.
inline uint64_t InLongWords(uint64_t letters) {
  const uint64_t four = letters & (letters >> 1) & (letters >> 2) & (letters >> 3);
  const uint64_t nine = four & (four >> 4) & (letters >> 8);
  return nine | Behind<8>(nine);
}

// Each line a cue of CuesIn, or more than it. What stands before the first byte and behind the last
// is not known, and so may be anything.
inline bool MayHideIn(const CueMasks& m) {
  const uint64_t group = m.digits | m.letters;
  const uint64_t starts = group & ~(group << 1);
  uint64_t apart = starts & ~(group >> 1);
  for (int i = 0; i < 3 && apart != 0; ++i) apart &= Before<7>(apart);
  const uint64_t encoded = (m.encode & (group >> 1)) | m.encode_pairs;
  // "( at )": the sign, or a word of four letters at most and what closes the bracket
  static_assert(kMostSpaces == 2);
  const uint64_t word = m.bracketed & Before<4>(~m.letters) & Before<6>(m.close);
  const uint64_t told = m.marks | word;
  const uint64_t behind_spaces = (m.spaces >> 1) & ((told >> 2) | ((m.spaces >> 2) & (told >> 3)));
  const uint64_t brackets = m.open & ((told >> 1) | behind_spaces);
  const uint64_t signs = m.dots | brackets | (m.ats & ~(group >> 1));
  if ((apart | encoded | signs) != 0) return true;
  const uint64_t words = m.words & starts;
  const uint64_t all = (m.words | m.ones) & starts;
  const uint64_t second = all & Behind<20>(all);
  if (((words & Behind<20>(words)) | (second & Behind<20>(second))) != 0) return true;
  return std::popcount(m.words) >= 3 && std::popcount(m.words & InLongWords(m.letters)) >= 3;
}

// The same of what stands beside digits, of which there are some.
inline bool MayHideIn(const CueMasks& m, const NumberCueMasks& n) {
  const uint64_t looks = (n.like & ((m.digits << 1) | (m.digits >> 1))) |
                         (n.hyphens & (n.like << 1) & (m.digits >> 1));
  const uint64_t lower = m.letters & ~n.capitals;
  const uint64_t after = m.digits | (n.capitals & ~(lower >> 1));
  const uint64_t references = n.odd & Behind<6>(m.digits | n.capitals) & Before<6>(after);
  const uint64_t between = Behind<6>(m.digits) & Before<6>(m.digits);
  const uint64_t threes = m.digits & (m.digits >> 1) & (m.digits >> 2);
  const uint64_t group = m.digits | m.letters;
  // "12,500": what stands before has three characters at most, and behind stand three.
  const uint64_t four = (group << 1) & (group << 2) & (group << 3) & (group << 4);
  const uint64_t thousands = n.commas & ~four & (threes >> 1) & ~(group >> 4);
  const uint64_t list = n.list & ~thousands;
  const uint64_t fillers = n.fillers & Behind<6>(m.digits) & Before<13>(m.digits);
  return (looks | references | fillers | (n.ellipses & between)) != 0 ||
         ((list & between) != 0 && threes != 0);
}

}  // namespace gatepost
