#include "scan/space_beside.h"

#include <algorithm>

namespace gatepost {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool EndsLine(char c) { return c == '\n' || c == '\r'; }
bool StandsClose(char c) { return std::string_view(".,;:!?)").find(c) != std::string_view::npos; }

}  // namespace

Span SpaceBeside::WithoutGap(Span removed) {
  removed.begin = std::max(removed.begin, last_.end);
  const bool is_at_end = removed.end >= text_.size();
  const char after = is_at_end ? '\n' : text_[removed.end];
  const bool touches_last = !last_.empty() && removed.begin == last_.end;
  const bool is_first =
      removed.begin == 0 || EndsLine(text_[removed.begin - 1]) || (touches_last && last_was_first_);
  if (is_first) {
    if (!is_at_end && IsBlank(after)) ++removed.end;
  } else if (!touches_last && IsBlank(text_[removed.begin - 1]) &&
             (IsBlank(after) || EndsLine(after) || StandsClose(after))) {
    --removed.begin;
  }
  last_ = removed;
  last_was_first_ = is_first;
  return removed;
}

}  // namespace gatepost
