#include "post/csv_cutter.h"

namespace gatepost {

Result<std::optional<Record>> CsvCutter::Next() {
  SkipBlankLines();
  if (buffer_.bytes().empty()) {
    if (!buffer_.status()) return Fail(buffer_.status().error());
    return std::nullopt;
  }
  const size_t size = RowSize();
  Record record = NewRecord();
  if (size <= max_row_bytes_) {
    record.bytes = buffer_.Take(size);
    return record;
  }
  record.is_too_large = true;
  // Each byte is looked at twice at most, however many quotes are not closed.
  const uint64_t looked_at = buffer_.offset() + max_row_bytes_;
  const size_t line_end = buffer_.bytes().find(dialect_.line_end);
  if (line_end < max_row_bytes_) {
    unquoted_until_ = looked_at;
  } else {
    SkipRestOfLine();
  }
  return record;
}

size_t CsvCutter::RowSize() {
  const bool heeds_quotes = buffer_.offset() >= unquoted_until_;
  CsvPlace place = CsvPlace::kCellBegin;
  size_t at = 0;
  do {
    const std::string_view bytes = buffer_.bytes();
    for (; at < bytes.size(); ++at) {
      if (at > max_row_bytes_) return at;
      const char c = bytes[at];
      if (c == dialect_.line_end && !(heeds_quotes && IsWithinQuotes(place))) return at + 1;
      place = NextPlace(dialect_, place, c);
    }
  } while (buffer_.Grow());
  return at;
}

void CsvCutter::SkipBlankLines() {
  for (;;) {
    const size_t blank = buffer_.bytes().find_first_not_of("\r\n");
    if (blank != std::string_view::npos) {
      buffer_.Take(blank);
      return;
    }
    buffer_.Take(buffer_.bytes().size());
    if (!buffer_.Grow()) return;
  }
}

void CsvCutter::SkipRestOfLine() {
  do {
    const size_t end = buffer_.bytes().find(dialect_.line_end);
    if (end != std::string_view::npos) {
      buffer_.Take(end + 1);
      return;
    }
    buffer_.Take(buffer_.bytes().size());
  } while (buffer_.Grow());
}

Record CsvCutter::NewRecord() {
  return {.bytes = {}, .number = records_++, .offset = buffer_.offset(), .line = buffer_.line()};
}

}  // namespace gatepost
