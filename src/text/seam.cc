#include "text/seam.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "text/fold.h"

namespace gatepost {
namespace {

constexpr uint32_t kReach = 64;        // bytes of a skeleton that are put together with others
constexpr uint32_t kMostBeside = 16;   // bytes between a number and the seam: "the rest: 900123"
constexpr uint32_t kFewestDigits = 2;  // of a number on each side
constexpr int kFewestTogether = 8;
constexpr uint32_t kDigitsReach = 24;  // bytes from the seam in which they are counted

// The digit group that ends at `end`, or begins at `begin`.
uint32_t DigitsBefore(std::string_view text, uint32_t end) {
  uint32_t begin = end;
  while (begin > 0 && IsDigit(text[begin - 1])) --begin;
  return end - begin;
}
uint32_t DigitsFrom(std::string_view text, uint32_t begin) {
  uint32_t end = begin;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end - begin;
}

int64_t CountDigits(std::string_view text) { return std::ranges::count_if(text, IsDigit); }

}  // namespace

std::optional<Span> TailOf(const Skeleton& plain) {
  const std::string_view text = plain.text();
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t end = size;
  while (end > 0 && size - end <= kMostBeside && !IsDigit(text[end - 1])) --end;
  if (end == 0 || size - end > kMostBeside || DigitsBefore(text, end) < kFewestDigits) {
    return std::nullopt;
  }
  return plain.ToOriginal({end - std::min(end, kReach), end});
}

std::optional<Span> HeadOf(const Skeleton& plain) {
  const std::string_view text = plain.text();
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t begin = 0;
  while (begin < size && begin <= kMostBeside && !IsDigit(text[begin])) ++begin;
  if (begin == size || begin > kMostBeside || DigitsFrom(text, begin) < kFewestDigits) {
    return std::nullopt;
  }
  return plain.ToOriginal({begin, std::min(size, begin + kReach)});
}

void AddSeam(const Seam& seam, SkeletonBatch& batch) {
  std::string tail;
  std::string head;
  std::vector<OffsetEdit> tail_edits;
  std::vector<OffsetEdit> head_edits;
  Fold(seam.original.substr(0, seam.cut), tail, tail_edits);
  Fold(seam.original.substr(seam.cut), head, head_edits);
  const std::string_view last =
      std::string_view(tail).substr(tail.size() - std::min<size_t>(tail.size(), kDigitsReach));
  const std::string_view first = std::string_view(head).substr(0, kDigitsReach);
  if (CountDigits(last) + CountDigits(first) < kFewestTogether) return;
  for (const std::string_view between : {"", " "}) {
    const auto middle = static_cast<uint32_t>(tail.size());
    const auto shift = static_cast<uint32_t>(middle + between.size());
    batch.buffer().append(tail).append(between).append(head);
    auto& edits = batch.edits();
    edits.insert(edits.end(), tail_edits.begin(), tail_edits.end());
    // Whatever the folds made of their lengths, the head begins at the cut.
    edits.push_back({{middle, shift}, {seam.cut, seam.cut}});
    for (const OffsetEdit& edit : head_edits) {
      edits.push_back({{edit.derived.begin + shift, edit.derived.end + shift},
                       {edit.original.begin + seam.cut, edit.original.end + seam.cut}});
    }
    batch.changes().push_back({{0, static_cast<uint32_t>(seam.original.size())}, seam.way});
    batch.Close(seam.post, seam.field, View::kJoined, seam.original);
  }
}

}  // namespace gatepost
