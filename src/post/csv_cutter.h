#pragma once

// A CSV file cut into its rows, by quotes and line ends alone.

#include <cstdint>

#include "post/csv_reader.h"
#include "post/post_format.h"
#include "post/source_buffer.h"

namespace gatepost {

// Rows with their ends, the header's among them; blank lines are passed over. Borrows the source.
// - A row that is longer than the limit because a quote is not closed comes as too large; and then,
//   as far as was looked for the end of the quotes, every line is a row, that row's first.
// - A line that is longer than the limit is skipped to its end and comes as too large.
class CsvCutter final : public RecordCutter {
 public:
  CsvCutter(ByteSource& bytes, const CsvDialect& dialect, uint64_t max_row_bytes)
      : buffer_(bytes), dialect_(dialect), max_row_bytes_(max_row_bytes) {}

  [[nodiscard]] Result<std::optional<Record>> Next() override;

 private:
  // The size of the row that begins at the first byte at hand, with its end; more than the limit if
  // it is longer.
  size_t RowSize();
  void SkipBlankLines();
  void SkipRestOfLine();
  [[nodiscard]] Record NewRecord();

  SourceBuffer buffer_;
  CsvDialect dialect_;
  uint64_t max_row_bytes_;
  uint64_t records_ = 0;
  uint64_t unquoted_until_ = 0;  // up to this offset every line is a row
};

}  // namespace gatepost
