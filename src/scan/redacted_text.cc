#include "scan/redacted_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gatepost {
namespace {

using Edits = std::vector<RedactedText::Edit>;

// The first of the edits that does not end before `begin`.
Edits::const_iterator FirstFrom(const Edits& edits, uint32_t begin) {
  return std::partition_point(edits.begin(), edits.end(), [begin](const RedactedText::Edit& edit) {
    return edit.span.end <= begin;
  });
}

}  // namespace

Span RedactedText::WithWholeEdits(Span span) const {
  Span whole = span;
  for (auto edit = FirstFrom(edits_, span.begin); edit != edits_.end(); ++edit) {
    if (!edit->span.Overlaps(span)) break;
    whole.begin = std::min(whole.begin, edit->span.begin);
    whole.end = std::max(whole.end, edit->span.end);
  }
  return whole;
}

std::optional<PatternIndex> RedactedText::PatternAt(Span span) const {
  const auto edit = FirstFrom(edits_, span.begin);
  return edit != edits_.end() && edit->span == span ? edit->pattern : std::nullopt;
}

uint8_t RedactedText::TriesIn(Span span) const {
  uint8_t tries = 0;
  for (auto edit = FirstFrom(edits_, span.begin); edit != edits_.end(); ++edit) {
    if (!edit->span.Overlaps(span)) break;
    tries = std::max(tries, static_cast<uint8_t>(edit->tries + 1));
  }
  return tries;
}

void RedactedText::Add(std::vector<Edit> edits) {
  std::erase_if(edits_, [&edits](const Edit& old) {
    const auto next = FirstFrom(edits, old.span.begin);
    return next != edits.end() && next->span.Overlaps(old.span);
  });
  Edits all;
  const auto is_before = [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; };
  std::merge(std::make_move_iterator(edits_.begin()), std::make_move_iterator(edits_.end()),
             std::make_move_iterator(edits.begin()), std::make_move_iterator(edits.end()),
             std::back_inserter(all), is_before);
  edits_ = std::move(all);

  text_.clear();
  map_.Clear();
  uint32_t at = 0;
  for (const Edit& edit : edits_) {
    text_ += Cut(original_, {at, edit.span.begin});
    const auto begin = static_cast<uint32_t>(text_.size());
    text_ += edit.text;
    map_.Add({{begin, static_cast<uint32_t>(text_.size())}, edit.span});
    at = edit.span.end;
  }
  text_ += original_.substr(at);
}

}  // namespace gatepost
