#include "post/csv_reader.h"

namespace gatepost {
namespace {

// Cells of a row that is taken apart into memory that was used before.
class Cells {
 public:
  explicit Cells(std::vector<std::string>& cells) : cells_(cells) { Open(); }
  void Add(char c) { cells_[count_ - 1] += c; }
  void Open() {
    if (count_ == cells_.size()) cells_.emplace_back();
    cells_[count_++].clear();
  }
  void Finish() { cells_.resize(count_); }

 private:
  std::vector<std::string>& cells_;
  size_t count_ = 0;
};

std::string_view WithoutEnd(std::string_view text, char line_end) {
  if (text.ends_with(line_end)) text.remove_suffix(1);
  if (line_end == '\n' && text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

void ReadCsvRow(std::string_view text, const CsvDialect& dialect, CsvRow& row) {
  row.is_unclosed = false;
  row.has_stray_quote = false;
  Cells cells(row.cells);
  CsvPlace place = CsvPlace::kCellBegin;
  for (const char c : WithoutEnd(text, dialect.line_end)) {
    const CsvPlace next = NextPlace(dialect, place, c);
    if (next == CsvPlace::kCellBegin) {
      cells.Open();
    } else if (place == CsvPlace::kEscaped) {
      if (c != '"' && c != '\\') cells.Add('\\');
      cells.Add(c);
    } else if (place == CsvPlace::kQuoteEnd) {
      cells.Add(c);
      row.has_stray_quote = row.has_stray_quote || (next == CsvPlace::kPlain && c != ' ');
    } else if (next == CsvPlace::kPlain || place == next) {
      cells.Add(c);
    }
    place = next;
  }
  if (place == CsvPlace::kEscaped) cells.Add('\\');
  row.is_unclosed = IsWithinQuotes(place);
  cells.Finish();
}

}  // namespace gatepost
