#pragma once

// CSV: RFC 4180, and what really occurs beside it: other delimiters, quotes escaped by a backslash,
// line breaks and stray quotes in cells.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

// How a file writes its rows.
struct CsvDialect {
  char delimiter = ',';
  char line_end = '\n';  // '\r' in files of old Macs; a '\r' before '\n' is no part of a row
  bool escapes_by_backslash = false;  // \" within quotes is a quote, beside ""
  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

// Where in a row a reader is: cutter and reader go by the same steps, so they agree where rows end.
enum class CsvPlace : uint8_t {
  kCellBegin,
  kPlain,     // in a cell without quotes, or behind the quotes of one that goes on
  kQuoted,    // within quotes
  kEscaped,   // behind a backslash within quotes
  kQuoteEnd,  // behind a quote that ends the quotes, or is the first of two that are one
};
[[nodiscard]] inline CsvPlace NextPlace(const CsvDialect& dialect, CsvPlace place, char c) {
  switch (place) {
    case CsvPlace::kQuoted:
      if (c == '"') return CsvPlace::kQuoteEnd;
      return c == '\\' && dialect.escapes_by_backslash ? CsvPlace::kEscaped : CsvPlace::kQuoted;
    case CsvPlace::kEscaped:
      return CsvPlace::kQuoted;
    case CsvPlace::kCellBegin:
    case CsvPlace::kQuoteEnd:
      if (c == '"') return CsvPlace::kQuoted;
      [[fallthrough]];
    case CsvPlace::kPlain:
      return c == dialect.delimiter || c == dialect.line_end ? CsvPlace::kCellBegin
                                                             : CsvPlace::kPlain;
  }
  return CsvPlace::kPlain;
}
// A line end at this place is text of the cell, and not the end of the row.
[[nodiscard]] inline bool IsWithinQuotes(CsvPlace place) {
  return place == CsvPlace::kQuoted || place == CsvPlace::kEscaped;
}

struct CsvRow {
  std::vector<std::string> cells;
  bool is_unclosed = false;      // its last cell's quotes do not end
  bool has_stray_quote = false;  // something follows the quotes of a cell; it was added to the cell
};

// Replaces `row` by the cells of `text`, a row with its end or without. Never fails: every byte of
// the cells is in one. Reuses the memory of `row`.
void ReadCsvRow(std::string_view text, const CsvDialect& dialect, CsvRow& row);

// The dialect of a file by how it begins. `count_names` counts the cells of a row that are names of
// columns: what makes a delimiter right above all.
using CountNames = std::function<size_t(const CsvRow& row)>;
[[nodiscard]] CsvDialect DialectOf(std::string_view begin, bool is_whole,
                                   const CountNames& count_names);

// The rows a file begins with, at most `max_rows`; one that may go on beyond `begin` is left out
// unless it is the only one. Blank rows do not count.
[[nodiscard]] std::vector<CsvRow> FirstRows(std::string_view begin, bool is_whole,
                                            const CsvDialect& dialect, size_t max_rows);

}  // namespace gatepost
