#include "report/excerpt.h"

#include <algorithm>

#include "report/terminal_text.h"
#include "text/grapheme.h"
#include "text/offsets.h"

namespace gatepost {
namespace {

constexpr uint32_t kMinColumns = 20;
// Text beyond this many bytes a column is cut off unseen: a line may be megabytes long, and a
// character many marks.
constexpr uint32_t kBytesPerColumn = 16;
constexpr std::string_view kCut = "…";

// Text that is printable, and whether there is more of it than this.
struct Piece {
  std::string text;
  bool is_cut = false;

  [[nodiscard]] uint32_t width() const { return DisplayWidth(text) + (is_cut ? 1 : 0); }
};

// One field with its replacements; makes the pieces that an excerpt is put together from.
class Source {
 public:
  Source(std::string_view text, std::span<const Replacement> replacements, uint32_t columns)
      : text_(text), replacements_(replacements), reach_(columns * kBytesPerColumn) {}

  [[nodiscard]] Piece Before(uint32_t end) const {
    const uint32_t reached = end > reach_ ? end - reach_ : 0;
    const size_t newline = text_.substr(reached, end - reached).rfind('\n');
    if (newline != std::string_view::npos) {
      const auto begin = reached + static_cast<uint32_t>(newline) + 1;
      return {Shown({begin, end}), false};
    }
    return {Shown({GraphemeBegin(text_, reached), end}), reached > 0};
  }

  [[nodiscard]] Piece After(uint32_t begin) const {
    const auto size = static_cast<uint32_t>(text_.size());
    const uint32_t reached = size - begin > reach_ ? begin + reach_ : size;
    const size_t newline = text_.substr(begin, reached - begin).find('\n');
    if (newline != std::string_view::npos) {
      auto end = begin + static_cast<uint32_t>(newline);
      if (end > begin && text_[end - 1] == '\r') --end;
      return {Shown({begin, end}), false};
    }
    return {Shown({begin, GraphemeEnd(text_, reached)}), reached < size};
  }

 private:
  // A replacement that reaches into `span` is shown whole, so that no part of its value ever is.
  [[nodiscard]] std::string Shown(Span span) const {
    auto next = std::partition_point(
        replacements_.begin(), replacements_.end(),
        [span](const Replacement& replacement) { return replacement.span.end <= span.begin; });
    std::string shown;
    uint32_t at = span.begin;
    for (; next != replacements_.end() && next->span.begin < span.end; ++next) {
      if (next->span.begin > at) shown += Cut(text_, {at, next->span.begin});
      shown += next->shown;
      at = std::max(at, next->span.end);
    }
    if (at < span.end) shown += Cut(text_, {at, span.end});
    return Printable(shown);
  }

  std::string_view text_;
  std::span<const Replacement> replacements_;
  uint32_t reach_;
};

void CutBegin(uint32_t columns, Piece& piece) {
  if (piece.width() <= columns) return;
  piece = {std::string(FittingEnd(piece.text, columns - 1)), true};
}

void CutEnd(uint32_t columns, Piece& piece) {
  if (piece.width() <= columns) return;
  piece = {std::string(FittingBegin(piece.text, columns - 1)), true};
}

}  // namespace

Excerpt MakeExcerpt(std::string_view text, std::span<const Replacement> replacements, size_t which,
                    uint32_t columns) {
  columns = std::max(columns, kMinColumns);
  const Replacement& finding = replacements[which];
  const Source source(text, replacements, columns);
  Piece before = source.Before(finding.span.begin);
  Piece after = source.After(finding.span.end);
  Piece value{Printable(finding.shown)};
  CutEnd(columns - 2, value);  // room for a … on either side
  if (value.is_cut) after = {};

  // Half of what is left goes to each side; what one side does not need the other may have.
  const uint32_t room = columns - value.width();
  CutBegin(std::max(room / 2, room - std::min(room, after.width())), before);
  CutEnd(room - before.width(), after);

  Excerpt excerpt;
  if (before.is_cut) excerpt.line += kCut;
  excerpt.line += before.text;
  excerpt.line += value.text;
  if (value.is_cut) excerpt.line += kCut;
  excerpt.line += after.text;
  if (after.is_cut) excerpt.line += kCut;
  excerpt.carets.assign(before.width(), ' ');
  excerpt.carets.append(std::max(value.width(), uint32_t{1}), '^');
  return excerpt;
}

}  // namespace gatepost
