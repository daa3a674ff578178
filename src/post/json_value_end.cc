#include "post/json_value_end.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gatepost {
namespace {

constexpr size_t kBlock = 64;
constexpr std::string_view kScalarEnds = ",]}: \t\r\n";

struct Masks {
  uint64_t quotes = 0;
  uint64_t backslashes = 0;
  uint64_t opening = 0;
  uint64_t closing = 0;
};

// '[' and '{' differ in one bit, and so do ']' and '}'.
constexpr char kCaseBit = 0x20;

#if defined(__x86_64__)

Masks MasksOf(const char* block) {
  Masks masks;
  for (size_t at = 0; at < kBlock; at += sizeof(__m128i)) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + at));
    const __m128i braces = _mm_or_si128(bytes, _mm_set1_epi8(kCaseBit));
    const auto equal = [at](__m128i some, char wanted) {
      const int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(some, _mm_set1_epi8(wanted)));
      return uint64_t{static_cast<uint32_t>(mask)} << at;
    };
    masks.quotes |= equal(bytes, '"');
    masks.backslashes |= equal(bytes, '\\');
    masks.opening |= equal(braces, '{');
    masks.closing |= equal(braces, '}');
  }
  return masks;
}

#else

Masks MasksOf(const char* block) {
  Masks masks;
  for (size_t at = 0; at < kBlock; ++at) {
    const auto bit = [at](bool is_set) { return uint64_t{is_set} << at; };
    masks.quotes |= bit(block[at] == '"');
    masks.backslashes |= bit(block[at] == '\\');
    masks.opening |= bit((block[at] | kCaseBit) == '{');
    masks.closing |= bit((block[at] | kCaseBit) == '}');
  }
  return masks;
}

#endif

// Each bit becomes the parity of those up to it: from quotes to what they enclose.
uint64_t ParityUpTo(uint64_t bits) {
  for (uint32_t shift = 1; shift < kBlock; shift *= 2) bits ^= bits << shift;
  return bits;
}

}  // namespace

void JsonValueEnd::Begin(char first) {
  *this = JsonValueEnd();
  if (first == '"') {
    kind_ = Kind::kString;
  } else if (first != '{' && first != '[') {
    kind_ = Kind::kScalar;
  }
}

size_t JsonValueEnd::Feed(std::string_view bytes) {
  if (kind_ == Kind::kScalar) {
    const size_t end = bytes.find_first_of(kScalarEnds);
    has_ended_ = end != std::string_view::npos;
    return has_ended_ ? end : bytes.size();
  }
  size_t at = 0;
  while (at + kBlock <= bytes.size()) {
    at += FeedBlock(bytes.data() + at, kBlock);
    if (has_ended_) return at;
  }
  const size_t left = bytes.size() - at;
  if (left == 0) return at;
  std::array<char, kBlock> padded{};
  std::memcpy(padded.data(), bytes.data() + at, left);
  return at + FeedBlock(padded.data(), left);
}

size_t JsonValueEnd::FeedBlock(const char* block, size_t size) {
  const Masks masks = MasksOf(block);
  const uint64_t quotes = masks.quotes & ~Escaped(masks.backslashes, size);
  // An opening quote counts as of its string, a closing one does not.
  const uint64_t strings = ParityUpTo(quotes) ^ in_string_;
  in_string_ = 0 - (strings >> (kBlock - 1));
  size_t end = 0;
  if (kind_ == Kind::kContainer) {
    end = CloseWithin(masks.opening & ~strings, masks.closing & ~strings);
  } else if (const uint64_t closing = quotes & ~strings; closing != 0) {
    end = static_cast<size_t>(std::countr_zero(closing)) + 1;
  }
  has_ended_ = end != 0;
  return has_ended_ ? end : size;
}

// Of a run of backslashes the first escapes the second, the third the fourth …, and the last of an
// odd number what stands behind the run. Taking a run's first bit from a mask of all odd places
// turns over what is in it from there on, which tells runs that begin at even places from others:
// simdjson's json_escape_scanner.
uint64_t JsonValueEnd::Escaped(uint64_t backslashes, size_t size) {
  constexpr uint64_t kOddPlaces = 0xAAAA'AAAA'AAAA'AAAA;
  if (backslashes == 0) {
    const uint64_t escaped = is_escaped_;
    is_escaped_ = 0;
    return escaped;
  }
  const uint64_t escaping = backslashes & ~is_escaped_;
  const uint64_t behind_and_odd = (escaping << 1) | kOddPlaces;
  const uint64_t ends_of_runs = (behind_and_odd - escaping) ^ kOddPlaces;
  const uint64_t escaped = ends_of_runs ^ (backslashes | is_escaped_);
  const uint64_t escapes = ends_of_runs & backslashes;
  is_escaped_ = (escapes >> (size - 1)) & 1;
  return escaped;
}

size_t JsonValueEnd::CloseWithin(uint64_t opening, uint64_t closing) {
  const auto closed = static_cast<uint64_t>(std::popcount(closing));
  if (closed < depth_) {
    depth_ += static_cast<uint64_t>(std::popcount(opening));
    depth_ -= closed;
    return 0;
  }
  for (uint64_t brackets = opening | closing; brackets != 0; brackets &= brackets - 1) {
    const uint64_t lowest = brackets & (0 - brackets);
    if ((opening & lowest) != 0) {
      ++depth_;
    } else if (--depth_ == 0) {
      return static_cast<size_t>(std::countr_zero(brackets)) + 1;
    }
  }
  return 0;
}

}  // namespace gatepost
