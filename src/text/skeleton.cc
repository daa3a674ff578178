#include "text/skeleton.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <string>
#include <utility>

#include "text/grapheme.h"

namespace gatepost {
namespace {

uint32_t Place(size_t size) {
  assert(size <= std::numeric_limits<uint32_t>::max());
  return static_cast<uint32_t>(size);
}

}  // namespace

std::span<const OffsetEdit> Skeleton::edits() const {
  return batch_ == nullptr ? edits_ : batch_->EditsOfPlain(index_);
}

Span Skeleton::ToOriginal(Span span) const {
  const Span exact = gatepost::ToOriginal(edits(), span);
  const uint32_t begin = GraphemeBegin(original_, exact.begin);
  if (span.empty()) return {begin, begin};
  return {begin, GraphemeEnd(original_, exact.end)};
}

void SkeletonBatch::Clear() {
  text_.clear();
  edits_.clear();
  changes_.clear();
  entries_.clear();
  plain_edits_.clear();
}

FoldReport SkeletonBatch::AddPlain(PostIndex post, FieldIndex field, std::string_view original) {
  const FoldReport report = Fold(original, text_);
  Close(post, field, View::kPlain, original);
  entries_.back().has_edits_to_make = !report.is_copy;
  return report;
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
  Skeleton skeleton(
      Cut(text_, entry.text), entry.original, edits.subspan(entry.edits.begin, entry.edits.size()),
      entry.post, entry.field, entry.view,
      std::span<const Change>(changes_).subspan(entry.changes.begin, entry.changes.size()));
  if (entry.has_edits_to_make) {
    skeleton.batch_ = this;
    skeleton.index_ = index;
  }
  return skeleton;
}

std::span<const OffsetEdit> SkeletonBatch::EditsOfPlain(SkeletonIndex index) const {
  const Entry& entry = entries_[index.number()];
  const auto found = std::lower_bound(
      plain_edits_.begin(), plain_edits_.end(), index,
      [](const PlainEdits& its, SkeletonIndex wanted) { return its.skeleton < wanted; });
  if (found != plain_edits_.end() && found->skeleton == index) return found->edits;
  std::string text;
  PlainEdits made{index, {}};
  Fold(entry.original, text, made.edits);
  return plain_edits_.insert(found, std::move(made))->edits;
}

}  // namespace gatepost
