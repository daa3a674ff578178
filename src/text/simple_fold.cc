// 64 bytes at a time: masks say where the sequences of two and more bytes begin. Without AVX-512, a
// loop without surprises for the processor looks up one after the other and copies what stands
// before it. With it, all sequences of a block that share a page of 128 code points are looked up
// at once: most texts take one to three pages a block.

#include "text/simple_fold.h"

#include <array>
#include <bit>
#include <cstring>

#include "text/avx512_bytes.h"
#include "text/byte_masks.h"
#include "text/simd.h"
#include "text/simple_fold_table.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gatepost {
namespace {

uint8_t ByteAt(const char* at) { return static_cast<uint8_t>(*at); }

// Copies `size` bytes in steps of 16.
inline void CopyChunks(char* to, const char* from, size_t size) {
  std::memcpy(to, from, kChunkBytes);
  for (size_t at = kChunkBytes; at < size; at += kChunkBytes) {
    std::memcpy(to + at, from + at, kChunkBytes);
  }
}

// What became of a block.
struct FoldedBlock {
  size_t end = 0;  // bytes read
  size_t written = 0;
  uint64_t vanishing = 0;  // first bytes of sequences that became nothing
};

// The edits of a block, which begins `run` behind where the sink does.
void AddEdits(const ByteMasks& masks, const FoldedBlock& block, const SimpleRun& run,
              const EditSink& sink) {
  const uint64_t sequences = masks.from_c0 & MaskBelow(block.end);
  const size_t count = sink.edits.size();
  sink.edits.resize(count + static_cast<size_t>(std::popcount(sequences)));
  OffsetEdit* edit = sink.edits.data() + count;
  const auto original = static_cast<uint32_t>(sink.original + run.read);
  auto derived = static_cast<uint32_t>(sink.derived + run.written);
  for (uint64_t left = sequences; left != 0; left &= left - 1) {
    const auto place = static_cast<uint32_t>(std::countr_zero(left));
    const auto bit = [place](uint64_t mask) { return static_cast<uint32_t>(mask >> place & 1); };
    const uint32_t size = 2 + bit(masks.from_e0) + bit(masks.from_f0);
    const uint32_t written = 1 - bit(block.vanishing);
    const uint32_t begin = derived + place;
    *edit++ = {{begin, begin + written}, {original + place, original + place + size}};
    derived += written - size;
  }
}

// Folds the block at `from`, behind which 16 bytes more can be read, up to its end or up to a code
// point that is not simple.
inline FoldedBlock FoldBlock(const WellFormed& block, const char* from, char* text) {
  const char* copied = from;
  FoldedBlock result;
  result.end = block.end;
  char* out = text;
  for (uint64_t left = block.sequences; left != 0; left &= left - 1) {
    const auto place = static_cast<size_t>(std::countr_zero(left));
    const char* const at = from + place;
    CopyChunks(out, copied, static_cast<size_t>(at - copied));
    out += at - copied;
    copied = at;
    const uint8_t first = ByteAt(at);
    uint8_t folded;
    size_t size;
    if (first < 0xE0) {
      folded = SimpleFoldOf2(first, ByteAt(at + 1));
      size = 2;
    } else if (first < 0xF0) {
      folded = SimpleFoldOf3(first, ByteAt(at + 1), ByteAt(at + 2));
      size = 3;
    } else {
      folded = SimpleFoldOf4(first, ByteAt(at + 1), ByteAt(at + 2), ByteAt(at + 3));
      size = 4;
    }
    if (folded == kNotSimple) {
      result.end = place;
      break;
    }
    copied += size;
    *out = static_cast<char>(folded);
    out += folded != 0 ? 1 : 0;
    result.vanishing |= uint64_t{folded == 0} << place;
  }
  const auto rest = static_cast<size_t>(from + result.end - copied);
  CopyChunks(out, copied, rest);
  result.written = static_cast<size_t>(out - text) + rest;
  return result;
}

#if defined(__x86_64__)

GATEPOST_AVX512 inline __m512i All(int byte) { return _mm512_set1_epi8(static_cast<char>(byte)); }

// The bytes of a block, and for each of them those behind it.
struct Neighbours {
  __m512i first, second, third, fourth;
};

// The sequences that share all but the last seven bits of their code point.
struct Page {
  uint64_t sequences;
  const uint8_t* folds;  // 128
  __m512i before_last;
  __m512i last;
};

GATEPOST_AVX512 inline uint64_t Equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, All(byte));
}
// All but the lowest bit.
GATEPOST_AVX512 inline uint64_t EqualAbove(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(_mm512_or_si512(bytes, All(1)), All(byte | 1));
}

// That of the sequence at `at`.
GATEPOST_AVX512 inline Page PageAt(const char* at, const Neighbours& n) {
  const uint8_t first = ByteAt(at);
  if (first < 0xE0) {
    return {EqualAbove(n.first, first), SimpleFoldsOf2(first), n.first, n.second};
  }
  const uint8_t second = ByteAt(at + 1);
  if (first < 0xF0) {
    return {Equal(n.first, first) & EqualAbove(n.second, second), SimpleFoldsOf3(first, second),
            n.second, n.third};
  }
  const uint8_t third = ByteAt(at + 2);
  return {Equal(n.first, first) & Equal(n.second, second) & EqualAbove(n.third, third),
          SimpleFoldsOf4(first, second, third), n.third, n.fourth};
}

GATEPOST_AVX512 inline __m512i FoldsOf(const Page& page) {
  const __m512i low = _mm512_loadu_si512(page.folds);
  const __m512i high = _mm512_loadu_si512(page.folds + 64);
  const __m512i bit = _mm512_slli_epi16(_mm512_and_si512(page.before_last, All(1)), 6);
  return _mm512_permutex2var_epi8(low, _mm512_or_si512(page.last, bit), high);
}

GATEPOST_AVX512 inline uint64_t ControlsIn(__m512i bytes) {
  const uint64_t below_space = _mm512_cmplt_epu8_mask(bytes, All(' '));
  return _mm512_mask_cmpneq_epi8_mask(below_space, bytes, All('\n')) | Equal(bytes, 0x7F);
}

GATEPOST_AVX512 inline ByteMasks MasksOf(__m512i bytes) {
  ByteMasks masks;
  masks.from_80 = _mm512_movepi8_mask(bytes);
  masks.controls = ControlsIn(bytes);
  if (masks.from_80 == 0) return masks;
  masks.from_c0 = _mm512_cmpge_epu8_mask(bytes, All(0xC0));
  masks.from_e0 = _mm512_cmpge_epu8_mask(bytes, All(0xE0));
  masks.from_f0 = _mm512_cmpge_epu8_mask(bytes, All(0xF0));
  return masks;
}

// Of the bytes from `at` on, 64 at most, those that are not plain.
GATEPOST_AVX512 inline uint64_t NotPlainIn(std::string_view text, size_t at) {
  const __m512i bytes = BytesFrom(text, at);
  const __m512i from_space = _mm512_sub_epi8(bytes, All(' '));
  const uint64_t others =
      _mm512_mask_cmpgt_epu8_mask(MaskFrom(text, at), from_space, All('~' - ' '));
  return _mm512_mask_cmpneq_epi8_mask(others, bytes, All('\n'));
}

// 256 bytes at a time, however few there are: how often a loop runs surprises the processor, and
// most posts are not longer.
GATEPOST_AVX512 size_t PlainPrefixByAvx512(std::string_view text) {
  constexpr size_t kStep = 4 * kBlockBytes;
  for (size_t at = 0; at < text.size(); at += kStep) {
    std::array<uint64_t, 4> not_plain{};
    for (size_t i = 0; i < not_plain.size(); ++i) {
      not_plain[i] = NotPlainIn(text, at + i * kBlockBytes);
    }
    if ((not_plain[0] | not_plain[1] | not_plain[2] | not_plain[3]) == 0) continue;
    for (size_t i = 0; i < not_plain.size(); ++i) {
      const auto place = static_cast<size_t>(std::countr_zero(not_plain[i]));
      if (place < kBlockBytes) return at + i * kBlockBytes + place;
    }
  }
  return text.size();
}

// Of the sequences of a block the folds, in the places of their first bytes.
GATEPOST_AVX512 inline __m512i FoldsIn(const ByteMasks& masks, uint64_t sequences, const char* from,
                                       const Neighbours& neighbours) {
  __m512i folds = neighbours.first;
  if ((sequences & masks.from_e0) != 0) {
    const __m128i of_first = _mm_loadu_si128(reinterpret_cast<const __m128i*>(kWholeFoldsOf3));
    const __m512i low_half = _mm512_and_si512(neighbours.first, All(0xF));
    const __m512i whole =
        _mm512_shuffle_epi8(_mm512_maskz_broadcast_i32x4(0xFFFF, of_first), low_half);
    const uint64_t are_whole =
        sequences & masks.from_e0 & ~masks.from_f0 & ~Equal(whole, kNotSimple);
    folds = _mm512_mask_mov_epi8(folds, are_whole, whole);
    sequences &= ~are_whole;
  }
  while (sequences != 0) {
    const Page page = PageAt(from + std::countr_zero(sequences), neighbours);
    folds = _mm512_mask_mov_epi8(folds, page.sequences & sequences, FoldsOf(page));
    sequences &= ~page.sequences;
  }
  return folds;
}

GATEPOST_AVX512 SimpleRun FoldSimpleByAvx512(std::string_view original, char* text,
                                             const EditSink* sink) {
  SimpleRun run;
  while (run.read < original.size()) {
    const std::string_view rest = original.substr(run.read);
    __m512i bytes = BytesFrom(rest, 0);
    const ByteMasks masks = MasksOf(bytes);  // the zeros behind the end are controls
    const WellFormed well = WellFormedIn(masks);
    FoldedBlock block{well.end, well.end, 0};
    uint64_t not_simple = 0;
    if (well.sequences != 0) {
      const Neighbours neighbours = {bytes, BytesFrom(rest, 1), BytesFrom(rest, 2),
                                     BytesFrom(rest, 3)};
      bytes = FoldsIn(masks, well.sequences, rest.data(), neighbours);
      not_simple = Equal(bytes, kNotSimple) & well.sequences;
      if (not_simple != 0) block.end = static_cast<size_t>(std::countr_zero(not_simple));
      block.vanishing = _mm512_testn_epi8_mask(bytes, bytes) & well.sequences;
      const uint64_t kept =
          (~masks.from_80 | well.sequences) & ~block.vanishing & MaskBelow(block.end);
      bytes = _mm512_maskz_compress_epi8(kept, bytes);
      block.written = static_cast<size_t>(std::popcount(kept));
      if (sink != nullptr) AddEdits(masks, block, run, *sink);
    }
    _mm512_storeu_si512(text + run.written, bytes);
    run.read += block.end;
    run.written += block.written;
    if (not_simple != 0 || !well.goes_on) return run;
  }
  return run;
}

#endif

}  // namespace

size_t PlainPrefix(std::string_view text) {
#if defined(__x86_64__)
  if (HasAvx512()) return PlainPrefixByAvx512(text);
#endif
  size_t at = 0;
  while (at + kBlockBytes <= text.size() && ArePlain64(text.data() + at)) at += kBlockBytes;
  while (at + kChunkBytes <= text.size() && ArePlain16(text.data() + at)) at += kChunkBytes;
  const bool is_near_end = at + kChunkBytes > text.size() && text.size() >= kChunkBytes;
  const bool are_last_plain = is_near_end && ArePlain16(text.data() + text.size() - kChunkBytes);
  return are_last_plain ? text.size() : at;
}

SimpleRun FoldSimplePortably(std::string_view original, char* text, const EditSink* sink) {
  SimpleRun run;
  std::array<char, kBlockBytes + kChunkBytes> last_bytes;
  while (run.read < original.size()) {
    const size_t left = original.size() - run.read;
    const char* from = original.data() + run.read;
    if (left < last_bytes.size()) {
      last_bytes.fill('\0');  // a control
      std::memcpy(last_bytes.data(), from, left);
      from = last_bytes.data();
    }
    const ByteMasks masks = ByteMasksOf(from);
    const WellFormed well = WellFormedIn(masks);
    const FoldedBlock block = FoldBlock(well, from, text + run.written);
    if (sink != nullptr && masks.from_c0 != 0) AddEdits(masks, block, run, *sink);
    run.read += block.end;
    run.written += block.written;
    if (block.end < well.end || !well.goes_on) break;
  }
  return run;
}

SimpleRun FoldSimple(std::string_view original, char* text, const EditSink* sink) {
#if defined(__x86_64__)
  if (HasAvx512()) return FoldSimpleByAvx512(original, text, sink);
#endif
  return FoldSimplePortably(original, text, sink);
}

}  // namespace gatepost
