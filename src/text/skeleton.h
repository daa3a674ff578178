#pragma once

// A field as the matcher sees it: 7-bit ASCII, Unicode tricks undone, with the way back to the
// original bytes.
//
// What each byte of a skeleton may be: printable ASCII, newline, and the marks below. A NUL stands
// only between the skeletons of a batch. The rules are stated in docs/design.md, "The skeleton".

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/index.h"
#include "base/offset_map.h"
#include "base/span.h"
#include "text/fold.h"
#include "text/view.h"

namespace gatepost {

inline constexpr char kSymbolMark =
    '\x1A';  // a control, a symbol, a letter of a script written without spaces
inline constexpr char kTelephoneMark = '\x0E';  // a telephone symbol
inline constexpr char kMailMark = '\x0F';       // an envelope
inline constexpr char kHouseMark = '\x10';      // a house
inline constexpr char kBatchSeparator = '\0';

class SkeletonBatch;

// One skeleton of a batch. A light view: borrows the batch, which must not change meanwhile.
class Skeleton {
 public:
  // One whose edits are there. Those of plain skeletons come from their batch.
  Skeleton(std::string_view text, std::string_view original, std::span<const OffsetEdit> edits,
           PostIndex post, FieldIndex field, View view, std::span<const Change> changes = {})
      : text_(text),
        original_(original),
        edits_(edits),
        changes_(changes),
        post_(post),
        field_(field),
        view_(view) {}

  [[nodiscard]] std::string_view text() const { return text_; }          // always 7-bit
  [[nodiscard]] std::string_view original() const { return original_; }  // the field's text
  // From text() to original(). Those of a plain skeleton are worked out when first asked for, by
  // folding the original once more: few posts hold anything whose place is wanted.
  [[nodiscard]] std::span<const OffsetEdit> edits() const;
  [[nodiscard]] PostIndex post() const { return post_; }
  [[nodiscard]] FieldIndex field() const { return field_; }
  [[nodiscard]] View view() const { return view_; }
  // What was undone for this view, in places of original(), sorted for WaysIn; nothing for the
  // plain one.
  [[nodiscard]] std::span<const Change> changes() const { return changes_; }

  // The smallest span of original() that holds everything the span of text() was made from,
  // widened to grapheme boundaries (a keycap comes whole) and to the neighbour that makes a marked
  // digit a digit (²³). Of spans that are not empty: folding the original again gives a text that
  // contains the plain skeleton's, and later spans have later originals. An empty span has an empty
  // original, at the begin of the grapheme that follows it.
  [[nodiscard]] Span ToOriginal(Span span) const;

 private:
  friend class SkeletonBatch;

  std::string_view text_;
  std::string_view original_;
  std::span<const OffsetEdit> edits_;
  const SkeletonBatch* batch_ = nullptr;  // that of a plain skeleton, whose edits it has or makes
  SkeletonIndex index_{0};
  std::span<const Change> changes_;
  PostIndex post_;
  FieldIndex field_;
  View view_;
};

// Many skeletons laid end to end with a NUL after each, so that engines pay per-call costs once.
// Reused from batch to batch: Clear() keeps most of the memory. One per worker, and for one thread:
// even a const skeleton may have its edits made in here, so it must not outlive or move the batch.
class SkeletonBatch {
 public:
  void Clear();
  // Folds `original`, which is borrowed until Clear(), into the next skeleton, a plain one.
  FoldReport AddPlain(PostIndex post, FieldIndex field, std::string_view original);
  // Where the next skeleton of another view is written: append its bytes to buffer(), its edits
  // (relative to its own text) to edits(), its changes to changes(), then call Close() once.
  // `original` is borrowed until Clear().
  [[nodiscard]] std::string& buffer() { return text_; }
  [[nodiscard]] std::vector<OffsetEdit>& edits() { return edits_; }
  [[nodiscard]] std::vector<Change>& changes() { return changes_; }
  void Close(PostIndex post, FieldIndex field, View view, std::string_view original);

  [[nodiscard]] size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] Skeleton operator[](SkeletonIndex index) const;
  // All skeletons with a NUL after each; SpanOf says where each stands in it.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Span SpanOf(SkeletonIndex index) const { return entries_[index.number()].text; }

 private:
  friend class Skeleton;

  struct Entry {
    Span text;     // in text_, without the NUL
    Span edits;    // in edits_; empty of a plain skeleton
    Span changes;  // in changes_
    std::string_view original;
    PostIndex post;
    FieldIndex field;
    View view;
    bool has_edits_to_make = false;  // a plain skeleton that is no copy of its original
  };

  // Of a plain skeleton.
  struct PlainEdits {
    SkeletonIndex skeleton;
    std::vector<OffsetEdit> edits;
  };
  [[nodiscard]] std::span<const OffsetEdit> EditsOfPlain(SkeletonIndex index) const;

  std::string text_;
  std::vector<OffsetEdit> edits_;
  std::vector<Change> changes_;
  std::vector<Entry> entries_;
  mutable std::vector<PlainEdits> plain_edits_;  // those asked for so far, by skeleton
};

}  // namespace gatepost
