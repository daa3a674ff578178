#include "text/offsets.h"

#include "base/utf8.h"
#include "text/code_point_tables.h"

namespace gatepost {

OffsetCounter::Counts OffsetCounter::CountTo(uint32_t byte) {
  if (byte < last_.byte) last_ = {};
  Counts& counts = last_;
  while (counts.byte < byte && counts.byte < text_.size()) {
    const CodePoint point = DecodeUtf8(text_, counts.byte);
    if (counts.byte + point.size > byte) break;  // a place inside a code point counts as its begin
    counts.byte += point.size;
    ++counts.codepoints;
    counts.utf16 += point.value > 0xFFFF ? 2 : 1;
    ++counts.column;
    if (point.value == U'\n') {
      ++counts.line;
      counts.column = 1;
    }
  }
  return counts;
}

SpanUnits OffsetCounter::Units(Span bytes) {
  const Counts begin = CountTo(bytes.begin);
  const Counts end = CountTo(bytes.end);
  return {bytes, {begin.codepoints, end.codepoints}, {begin.utf16, end.utf16}};
}

LineColumn OffsetCounter::Place(uint32_t byte) {
  const Counts counts = CountTo(byte);
  return {counts.line, counts.column};
}

uint32_t DisplayWidth(std::string_view text) {
  uint32_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    width += WidthOf(point.value);
    at += point.size;
  }
  return width;
}

}  // namespace gatepost
