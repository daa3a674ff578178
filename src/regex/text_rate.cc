#include "regex/text_rate.h"

#include <cstdint>
#include <numeric>

namespace gatepost {
namespace {

// Measured over 4.1 million characters of English: the licences of /usr/share/common-licenses, the
// paragraphs of The Rust Programming Language, and the README files and git release notes under
// /usr/share/doc of a Debian 12, with runs of blanks and of rules (----) reduced to one. Counts
// only; posts have more digits, @ and # than such text, so rates are for comparing triggers.

// Occurrences of each byte in a million.
constexpr std::array<uint32_t, 128> kPerMillion = {
    0,     0,     0,     0,    0,     0,     0,      0,     0,     0,     18829, 0,     0,
    0,     0,     0,     0,    0,     0,     0,      0,     0,     0,     0,     0,     0,
    0,     0,     0,     0,    0,     0,     139389, 198,   5594,  488,   228,   67,    125,
    1809,  2603,  2661,  3154, 469,   6175,  9146,   11978, 4295,  1463,  2120,  1985,  1179,
    1010,  818,   1011,  761,  853,   772,   2295,   527,   980,   655,   1050,  109,   327,
    2105,  879,   1923,  1251, 1525,  1012,  1446,   650,   2186,  249,   212,   1470,  981,
    1306,  1109,  1527,  64,   1583,  1863,  3369,   835,   345,   881,   258,   402,   58,
    461,   85,    456,   55,   1254,  798,   54485,  13030, 28439, 27110, 92242, 16773, 16908,
    30789, 54490, 1311,  5503, 30041, 19683, 51013,  55929, 18955, 759,   46739, 47931, 73245,
    23014, 7414,  11473, 3340, 10498, 645,   126,    233,   126,   35,    0,
};

// Of ten thousand bytes that follow one of the row's kind, how many are of the column's kind:
// lower case, upper case, digit, blank, other.
constexpr std::array<std::array<uint32_t, 5>, 5> kPerTenThousand = {{
    {{7799, 9, 31, 1727, 434}},
    {{4544, 3812, 90, 904, 649}},
    {{996, 127, 4366, 1503, 3008}},
    {{8115, 973, 105, 13, 795}},
    {{3457, 345, 433, 4346, 1419}},
}};

constexpr size_t KindOf(size_t byte) {
  if (byte >= 'a' && byte <= 'z') return 0;
  if (byte >= 'A' && byte <= 'Z') return 1;
  if (byte >= '0' && byte <= '9') return 2;
  return byte == ' ' || byte == '\n' ? 3 : 4;
}

constexpr std::array<uint32_t, 5> CountByKind() {
  std::array<uint32_t, 5> counts = {};
  for (size_t byte = 0; byte < kPerMillion.size(); ++byte)
    counts[KindOf(byte)] += kPerMillion[byte];
  return counts;
}

constexpr std::array<uint32_t, 5> kKindPerMillion = CountByKind();

}  // namespace

RunRate::ByKind RunRate::ShareOf(const ByteSet& bytes) {
  std::array<uint32_t, kKinds> counts = {};
  for (size_t byte = 0; byte < bytes.size(); ++byte) {
    if (bytes.test(byte)) counts[KindOf(byte)] += kPerMillion[byte];
  }
  ByKind share = {};
  for (size_t kind = 0; kind < kKinds; ++kind) {
    share[kind] = static_cast<double>(counts[kind]) / kKindPerMillion[kind];
  }
  return share;
}

RunRate::ByKind RunRate::Next(const ByKind& from, const ByKind& share) {
  ByKind to = {};
  for (size_t kind = 0; kind < kKinds; ++kind) {
    for (size_t before = 0; before < kKinds; ++before) {
      to[kind] += from[before] * kPerTenThousand[before][kind] / 1e4;
    }
    to[kind] *= share[kind];
  }
  return to;
}

RunRate::RunRate(const ByteSet& first) : ends_(ShareOf(first)) {
  for (size_t kind = 0; kind < kKinds; ++kind) ends_[kind] *= kKindPerMillion[kind] / 1e6;
}

void RunRate::Append(const RunStep& step) {
  const ByKind share = ShareOf(step.bytes);
  const ByKind gap_share = ShareOf(step.gap.bytes);
  ByKind before = ends_;
  ends_ = Next(before, share);
  for (uint32_t width = 1; width <= step.gap.max; ++width) {
    before = Next(before, gap_share);
    const ByKind more = Next(before, share);
    for (size_t kind = 0; kind < kKinds; ++kind) ends_[kind] += more[kind];
  }
}

double RunRate::Value() const { return std::accumulate(ends_.begin(), ends_.end(), 0.0); }

}  // namespace gatepost
