#pragma once

// A text and what is written in its place here and there: it can be changed again and again, and
// every byte that is not changed stays.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/index.h"
#include "base/offset_map.h"
#include "base/span.h"

namespace gatepost {

// Borrows the original. Not thread-safe while it is changed.
class RedactedText {
 public:
  struct Edit {
    Span span;                                 // of the original
    std::string text = {};                     // what stands there instead
    uint8_t tries = 0;                         // earlier edits that it takes the place of
    std::optional<PatternIndex> pattern = {};  // what was there; nothing: words
    std::string_view range = {};               // that a look-alike is of
  };

  explicit RedactedText(std::string_view original) : original_(original), text_(original) {}

  [[nodiscard]] std::string_view original() const { return original_; }
  // The text with its edits.
  [[nodiscard]] const std::string& text() const { return text_; }
  // In order; no two overlap.
  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }

  // The smallest span of the original that holds what `span` of text() was made from: an edit that
  // it touches comes whole, and so do those within it.
  [[nodiscard]] Span ToOriginal(Span span) const { return map_.ToOriginal(span); }
  // The smallest span that holds `span` of the original and no part of an edit.
  [[nodiscard]] Span WithWholeEdits(Span span) const;
  // What was at `span` of the original if it was edited as a whole.
  [[nodiscard]] std::optional<PatternIndex> PatternAt(Span span) const;
  // How often what stands in `span` of the original was edited: the most of any edit in it.
  [[nodiscard]] uint8_t TriesIn(Span span) const;

  // Adds edits, in order and none overlapping another of them. One that was made before and that
  // one of them overlaps gives way to it.
  void Add(std::vector<Edit> edits);

 private:
  std::string_view original_;
  std::string text_;
  std::vector<Edit> edits_;
  OffsetMap map_;  // text_ to the original
};

}  // namespace gatepost
