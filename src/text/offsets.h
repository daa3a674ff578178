#pragma once

// Places in a UTF-8 text in the units that others count in, and widths on a terminal.

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "text/grapheme.h"  // GraphemeBegin, GraphemeEnd: places too

namespace gatepost {

// A span of bytes in two other units. An invalid sequence counts as one code point and one unit, as
// its replacement U+FFFD does.
struct SpanUnits {
  Span bytes;
  Span codepoints;
  Span utf16;

  friend bool operator==(const SpanUnits&, const SpanUnits&) = default;
};

// Line and column count from 1; the column in code points. Lines end at \n; \r\n counts as one end.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;

  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// Answers for many places of one text in one pass over it, if asked in ascending order; any order
// is correct. A place inside a code point counts as its begin, one after the text's end as the end.
// Borrows `text`.
class OffsetCounter {
 public:
  explicit OffsetCounter(std::string_view text) : text_(text) {}

  [[nodiscard]] SpanUnits Units(Span bytes);
  [[nodiscard]] LineColumn Place(uint32_t byte);

 private:
  struct Counts {
    uint32_t byte = 0, codepoints = 0, utf16 = 0, line = 1, column = 1;
  };
  Counts CountTo(uint32_t byte);

  std::string_view text_;
  Counts last_;
};

// Columns the text takes on a terminal: 2 for wide East Asian characters and emoji, 0 for
// non-spacing marks and ignorables, 1 otherwise, invalid sequences included. Newlines and tabs
// count 1; expand them first.
[[nodiscard]] uint32_t DisplayWidth(std::string_view text);

}  // namespace gatepost
