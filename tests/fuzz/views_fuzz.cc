// Any bytes: every view of a field is a 7-bit skeleton whose places lead into the original in their
// order, and so are two fields put together at their seam.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "text/decode.h"
#include "text/offsets.h"
#include "text/seam.h"
#include "text/skeletoniser.h"

namespace {

using namespace gatepost;

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckSkeleton(const Skeleton& skeleton) {
  const std::string_view original = skeleton.original();
  Span last;
  for (uint32_t at = 0; at < skeleton.text().size(); ++at) {
    Require(skeleton.text()[at] > 0);
    const Span back = skeleton.ToOriginal({at, at + 1});
    Require(back.begin <= back.end && back.end <= original.size());
    Require(back.begin >= last.begin && back.end >= last.end);
    Require(GraphemeBegin(original, back.begin) == back.begin);
    last = back;
  }
  Change before{{0, 0}, Way::kEntities};
  for (const Change& change : skeleton.changes()) {
    Require(change.place.begin <= change.place.end && change.place.end <= original.size());
    Require(change.way > before.way ||
            (change.way == before.way && change.place.begin >= before.place.end));
    before = change;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  const size_t half = size / 2;
  Post post;
  for (const std::string_view part :
       {std::string_view(text), std::string_view(text).substr(0, half),
        std::string_view(text).substr(half)}) {
    post.fields.push_back({FieldKind::kText, static_cast<uint16_t>(post.fields.size()), part});
  }
  SkeletonBatch batch;
  std::vector<std::vector<Problem>> problems(1);
  FoldPosts({&post, 1}, batch, problems);
  std::vector<Skeleton> plain;
  for (size_t i = 0; i < batch.size(); ++i) {
    CheckSkeleton(batch[SkeletonIndex(i)]);
    if (batch[SkeletonIndex(i)].view() == View::kPlain) plain.push_back(batch[SkeletonIndex(i)]);
  }
  Require(plain.size() == post.fields.size());
  const auto tail = TailOf(plain[1]);
  const auto head = HeadOf(plain[2]);
  if (!tail || !head) return 0;
  const std::string original =
      std::string(Cut(plain[1].original(), *tail)).append(Cut(plain[2].original(), *head));
  SkeletonBatch seams;
  AddSeam({original, tail->size(), Way::kOverFields, PostIndex(0), FieldIndex(0)}, seams);
  for (size_t i = 0; i < seams.size(); ++i) CheckSkeleton(seams[SkeletonIndex(i)]);
  return 0;
}
