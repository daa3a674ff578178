#include "text/skeleton.h"

#include <cassert>
#include <limits>

#include "text/grapheme.h"

namespace gatepost {
namespace {

uint32_t Place(size_t size) {
  assert(size <= std::numeric_limits<uint32_t>::max());
  return static_cast<uint32_t>(size);
}

}  // namespace

Span Skeleton::ToOriginal(Span span) const {
  const Span exact = gatepost::ToOriginal(edits_, span);
  const uint32_t begin = GraphemeBegin(original_, exact.begin);
  if (span.empty()) return {begin, begin};
  return {begin, GraphemeEnd(original_, exact.end)};
}

void SkeletonBatch::Clear() {
  text_.clear();
  edits_.clear();
  changes_.clear();
  entries_.clear();
}

void SkeletonBatch::Close(PostIndex post, FieldIndex field, View view, std::string_view original) {
  const uint32_t text_begin = empty() ? 0 : entries_.back().text.end + 1;
  const uint32_t edits_begin = empty() ? 0 : entries_.back().edits.end;
  const uint32_t changes_begin = empty() ? 0 : entries_.back().changes.end;
  entries_.push_back({{text_begin, Place(text_.size())},
                      {edits_begin, Place(edits_.size())},
                      {changes_begin, Place(changes_.size())},
                      original,
                      post,
                      field,
                      view});
  text_ += kBatchSeparator;
}

Skeleton SkeletonBatch::operator[](SkeletonIndex index) const {
  const Entry& entry = entries_[index.number()];
  const std::span<const OffsetEdit> edits(edits_);
  return {Cut(text_, entry.text),
          entry.original,
          edits.subspan(entry.edits.begin, entry.edits.size()),
          entry.post,
          entry.field,
          entry.view,
          std::span<const Change>(changes_).subspan(entry.changes.begin, entry.changes.size())};
}

}  // namespace gatepost
