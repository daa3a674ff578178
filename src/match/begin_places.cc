#include "match/begin_places.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "match/prefix_table.h"
#include "regex/byte_set.h"
#include "text/avx512_bytes.h"
#include "text/byte_masks.h"
#include "text/simd.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gatepost {
namespace {

// Of one block, a mask for each set.
using SetMasks = std::array<uint64_t, BeginPlaces::kSets>;

// What FoldedForPrefix makes of the bytes whose upper half is 2, and 3, by the lower half; of those
// below it is 0, and of those above the lower five bits.
constexpr std::array<uint8_t, 16> FoldedHalf(uint8_t upper) {
  std::array<uint8_t, 16> folded{};
  for (size_t lower = 0; lower < folded.size(); ++lower) {
    folded[lower] = FoldedForPrefix(static_cast<uint8_t>(upper * folded.size() + lower));
  }
  return folded;
}
constexpr std::array<uint8_t, 16> kFoldedFrom20 = FoldedHalf(2);
constexpr std::array<uint8_t, 16> kFoldedFrom30 = FoldedHalf(3);

// Writes what the masks of block after block say.
class Joint {
 public:
  explicit Joint(PlaceMasks& masks)
      : begins_(masks.begins.data()),
        digits_(masks.near_digits.data()),
        folded_(masks.folded.data()) {}

  // Where the next block's bytes go, folded.
  [[nodiscard]] uint8_t* NextFolded() { return std::exchange(folded_, folded_ + kBlockBytes); }

  void Take(const SetMasks& masks) {
    *digits_++ = masks[BeginPlaces::kDigit];
    *begins_++ = BeginsOf(masks);
  }

 private:
  // Bytes that may begin a match, given what stands before them.
  uint64_t BeginsOf(const SetMasks& masks) {
    const uint64_t digits = masks[BeginPlaces::kDigit];
    const uint64_t words = masks[BeginPlaces::kWord];
    const uint64_t behind_digit = digits << 1 | (last_digits_ >> 63);
    const uint64_t behind_word = words << 1 | (last_words_ >> 63);
    last_digits_ = digits;
    last_words_ = words;
    return masks[BeginPlaces::kAnywhere] | (masks[BeginPlaces::kAfterNoDigit] & ~behind_digit) |
           (masks[BeginPlaces::kAfterNoWord] & ~behind_word);
  }

  uint64_t* begins_;
  uint64_t* digits_;
  uint8_t* folded_;
  uint64_t last_digits_ = 0;
  uint64_t last_words_ = 0;
};

// `masks_of` gives the masks of 64 bytes, and folds them to where it is told.
template <class MasksOf>
[[gnu::always_inline]] inline void ForEachBlock(std::string_view text, PlaceMasks& masks,
                                                MasksOf masks_of) {
  Joint joint(masks);
  size_t at = 0;
  for (; at + kBlockBytes <= text.size(); at += kBlockBytes) {
    joint.Take(masks_of(text.data() + at, joint.NextFolded()));
  }
  if (at == text.size()) return;
  std::array<char, kBlockBytes> last{};  // NULs are in no set
  std::memcpy(last.data(), text.data() + at, text.size() - at);
  joint.Take(masks_of(last.data(), joint.NextFolded()));
}

void FindPlain(std::string_view text, const BeginPlaces::BitTable& table, PlaceMasks& masks) {
  ForEachBlock(text, masks, [&table](const char* from, uint8_t* folded) {
    SetMasks sets{};
    for (size_t i = 0; i < kBlockBytes; ++i) {
      const size_t byte = static_cast<uint8_t>(from[i]) & 0x7FU;
      folded[i] = kFoldedForPrefix[byte];
      const uint64_t bits = table[byte];
      for (size_t set = 0; set < sets.size(); ++set) sets[set] |= (bits >> set & 1) << i;
    }
    return sets;
  });
}

#if defined(__x86_64__)

constexpr std::array<uint8_t, 16> kHighBits = {1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0};

__attribute__((target("ssse3"))) inline __m128i Load(const std::array<uint8_t, 16>& table) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data()));
}

// Of bytes, which are 7-bit, and of their halves.
__attribute__((target("ssse3"))) inline __m128i FoldedBySsse3(__m128i bytes, __m128i low,
                                                              __m128i high) {
  const __m128i from_20 = _mm_shuffle_epi8(Load(kFoldedFrom20), low);
  const __m128i from_30 = _mm_shuffle_epi8(Load(kFoldedFrom30), low);
  const __m128i is_20 = _mm_cmpeq_epi8(high, _mm_set1_epi8(2));
  const __m128i is_30 = _mm_cmpeq_epi8(high, _mm_set1_epi8(3));
  const __m128i is_above = _mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x3F));
  const __m128i above = _mm_and_si128(is_above, _mm_and_si128(bytes, _mm_set1_epi8(31)));
  return _mm_or_si128(above,
                      _mm_or_si128(_mm_and_si128(is_20, from_20), _mm_and_si128(is_30, from_30)));
}

__attribute__((target("ssse3"))) inline SetMasks MasksBySsse3(const char* from,
                                                              const BeginPlaces::HalfTables& tables,
                                                              uint8_t* folded) {
  SetMasks masks{};
  const __m128i high_bits = Load(kHighBits);
  const __m128i low_half = _mm_set1_epi8(15);
  for (size_t shift = 0; shift < kBlockBytes; shift += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + shift));
    const __m128i low = _mm_and_si128(bytes, low_half);
    const __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), low_half);
    const __m128i its_bit = _mm_shuffle_epi8(high_bits, high);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(folded + shift), FoldedBySsse3(bytes, low, high));
    for (size_t set = 0; set < masks.size(); ++set) {
      const __m128i both = _mm_and_si128(_mm_shuffle_epi8(Load(tables[set]), low), its_bit);
      const __m128i is_in = _mm_cmpeq_epi8(both, its_bit);
      masks[set] |= uint64_t{static_cast<uint32_t>(_mm_movemask_epi8(is_in))} << shift;
    }
  }
  return masks;
}

__attribute__((target("ssse3"))) void FindBySsse3(std::string_view text,
                                                  const BeginPlaces::HalfTables& tables,
                                                  PlaceMasks& masks) {
  ForEachBlock(
      text, masks, [&tables](const char* from, uint8_t* folded) __attribute__((target("ssse3"))) {
        return MasksBySsse3(from, tables, folded);
      });
}

GATEPOST_AVX2 inline __m256i Twice(const std::array<uint8_t, 16>& table) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

GATEPOST_AVX2 inline __m256i FoldedByAvx2(__m256i bytes, __m256i low, __m256i high) {
  const __m256i from_20 = _mm256_shuffle_epi8(Twice(kFoldedFrom20), low);
  const __m256i from_30 = _mm256_shuffle_epi8(Twice(kFoldedFrom30), low);
  const __m256i is_20 = _mm256_cmpeq_epi8(high, _mm256_set1_epi8(2));
  const __m256i is_30 = _mm256_cmpeq_epi8(high, _mm256_set1_epi8(3));
  const __m256i is_above = _mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(0x3F));
  const __m256i above = _mm256_and_si256(is_above, _mm256_and_si256(bytes, _mm256_set1_epi8(31)));
  return _mm256_or_si256(
      above, _mm256_or_si256(_mm256_and_si256(is_20, from_20), _mm256_and_si256(is_30, from_30)));
}

GATEPOST_AVX2 inline SetMasks MasksByAvx2(const char* from, const BeginPlaces::HalfTables& tables,
                                          uint8_t* folded) {
  SetMasks masks{};
  const __m256i low_half = _mm256_set1_epi8(15);
  for (size_t shift = 0; shift < kBlockBytes; shift += 32) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + shift));
    const __m256i low = _mm256_and_si256(bytes, low_half);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low_half);
    const __m256i its_bit = _mm256_shuffle_epi8(Twice(kHighBits), high);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(folded + shift), FoldedByAvx2(bytes, low, high));
    for (size_t set = 0; set < masks.size(); ++set) {
      const __m256i both = _mm256_and_si256(_mm256_shuffle_epi8(Twice(tables[set]), low), its_bit);
      const __m256i is_in = _mm256_cmpeq_epi8(both, its_bit);
      masks[set] |= uint64_t{static_cast<uint32_t>(_mm256_movemask_epi8(is_in))} << shift;
    }
  }
  return masks;
}

GATEPOST_AVX2 void FindByAvx2(std::string_view text, const BeginPlaces::HalfTables& tables,
                              PlaceMasks& masks) {
  ForEachBlock(text, masks, [&tables](const char* from, uint8_t* folded) GATEPOST_AVX2 {
    return MasksByAvx2(from, tables, folded);
  });
}

GATEPOST_AVX512 void FindByAvx512(std::string_view text, const BeginPlaces::BitTable& table,
                                  PlaceMasks& masks) {
  Joint joint(masks);
  for (size_t at = 0; at < text.size(); at += kBlockBytes) {
    const __m512i bytes = BytesFrom(text, at);
    const __m512i bits = LookUpAscii(table, bytes);
    _mm512_storeu_si512(joint.NextFolded(), LookUpAscii(kFoldedForPrefix, bytes));
    SetMasks sets;
    for (size_t set = 0; set < sets.size(); ++set) {
      sets[set] = _mm512_test_epi8_mask(bits, _mm512_set1_epi8(static_cast<char>(1U << set)));
    }
    joint.Take(sets);
  }
}

#endif

// To each bit the kNearBytes - 1 before it. By doubling: of bits spread over w bytes come those
// over 2 w, and over w + n for any n up to w.
void SpreadBack(std::vector<uint64_t>& masks) {
  static_assert(kNearBytes == 12);
  uint64_t next = 0;  // the block behind, as it was
  for (size_t i = masks.size(); i-- > 0;) {
    const uint64_t here = masks[i];
    const auto back = [](uint64_t low, uint64_t high, int bits) {
      return low >> bits | high << (64 - bits);
    };
    const uint64_t two = here | back(here, next, 1);
    const uint64_t next_two = next | next >> 1;
    const uint64_t four = two | back(two, next_two, 2);
    const uint64_t next_four = next_two | next_two >> 2;
    const uint64_t eight = four | back(four, next_four, 4);
    const uint64_t next_eight = next_four | next_four >> 4;
    masks[i] = eight | back(eight, next_eight, 4);
    next = here;
  }
}

}  // namespace

std::vector<SimdLevel> AvailableSimdLevels() {
  std::vector<SimdLevel> levels = {SimdLevel::kPlain};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("ssse3")) levels.push_back(SimdLevel::kSsse3);
  if (HasAvx2()) levels.push_back(SimdLevel::kAvx2);
  if (HasAvx512()) levels.push_back(SimdLevel::kAvx512);
#endif
  return levels;
}

std::string_view NameOf(SimdLevel level) {
  switch (level) {
    case SimdLevel::kPlain:
      return "plain code";
    case SimdLevel::kSsse3:
      return "SSSE3";
    case SimdLevel::kAvx2:
      return "AVX2";
    case SimdLevel::kAvx512:
      return "AVX-512";
  }
  return "";
}

BeginPlaces::BeginPlaces(const BeginBytes& bytes, SimdLevel level) : level_(level) {
  const std::array<ByteSet, kSets> sets = {bytes.anywhere, bytes.after_no_digit,
                                           bytes.after_no_word, Digits(), Alphanumerics()};
  for (size_t set = 0; set < kSets; ++set) {
    for (size_t byte = 1; byte < bits_.size(); ++byte) {
      if (!sets[set].test(byte)) continue;
      bits_[byte] = static_cast<uint8_t>(bits_[byte] | 1U << set);
      uint8_t& highs = halves_[set][byte & 15U];
      highs = static_cast<uint8_t>(highs | 1U << (byte >> 4U));
    }
  }
}

void BeginPlaces::Find(std::string_view text, PlaceMasks& masks) const {
  const size_t blocks = (text.size() + kBlockBytes - 1) / kBlockBytes;
  masks.begins.resize(blocks);
  masks.near_digits.resize(blocks);
  static_assert(PrefixTable::kBytes <= kBlockBytes);
  masks.folded.resize((blocks + 1) * kBlockBytes);
  std::fill_n(masks.folded.end() - kBlockBytes, kBlockBytes, 0);
  FindSets(text, masks);
  SpreadBack(masks.near_digits);
}

void BeginPlaces::FindSets(std::string_view text, PlaceMasks& masks) const {
  switch (level_) {
#if defined(__x86_64__)
    case SimdLevel::kAvx512:
      return FindByAvx512(text, bits_, masks);
    case SimdLevel::kAvx2:
      return FindByAvx2(text, halves_, masks);
    case SimdLevel::kSsse3:
      return FindBySsse3(text, halves_, masks);
#endif
    default:
      return FindPlain(text, bits_, masks);
  }
}

}  // namespace gatepost
