#include <algorithm>
#include <array>
#include <compare>

#include "post/csv_cutter.h"

namespace gatepost {
namespace {

constexpr std::array<char, 4> kDelimiters{',', ';', '\t', '|'};
constexpr size_t kRowsLookedAt = 20;

// How well a delimiter fits: the first that is greater decides.
struct Fit {
  size_t known_names = 0;  // in the row that has most of them
  size_t even_rows = 0;    // with as many cells as the first, two or more
  friend auto operator<=>(const Fit&, const Fit&) = default;
};

Fit FitOf(const std::vector<CsvRow>& rows, const CountNames& count_names) {
  Fit fit;
  for (const CsvRow& row : rows) {
    if (row.cells.size() < 2) continue;
    fit.known_names = std::max(fit.known_names, count_names(row));
    if (row.cells.size() == rows.front().cells.size()) ++fit.even_rows;
  }
  return fit;
}

// A quote behind a backslash, with something behind it that cannot follow the end of quotes: so it
// was no end.
bool EscapesByBackslash(std::string_view begin, const CsvDialect& dialect) {
  CsvPlace place = CsvPlace::kCellBegin;
  for (size_t at = 0; at < begin.size(); ++at) {
    const CsvPlace next = NextPlace(dialect, place, begin[at]);
    const bool is_stray = place == CsvPlace::kQuoteEnd && next == CsvPlace::kPlain;
    if (is_stray && begin[at] != '\r' && at >= 2 && begin[at - 2] == '\\') return true;
    place = next;
  }
  return false;
}

// What spreadsheets write above the rows to say which delimiter it is: "sep=;".
bool SaysDelimiter(std::string_view begin) {
  if (!begin.starts_with("sep=") || begin.size() < 6) return false;
  return std::ranges::find(kDelimiters, begin[4]) != kDelimiters.end() &&
         (begin[5] == '\r' || begin[5] == '\n');
}

}  // namespace

CsvDialect DialectOf(std::string_view begin, bool is_whole, const CountNames& count_names) {
  CsvDialect dialect;
  const bool has_line_feeds = begin.find('\n') != std::string_view::npos;
  if (!has_line_feeds && begin.find('\r') != std::string_view::npos) dialect.line_end = '\r';
  if (SaysDelimiter(begin)) {
    dialect.delimiter = begin[4];
  } else {
    Fit best;
    for (const char delimiter : kDelimiters) {
      CsvDialect tried = dialect;
      tried.delimiter = delimiter;
      const Fit fit = FitOf(FirstRows(begin, is_whole, tried, kRowsLookedAt), count_names);
      if (fit <= best) continue;
      best = fit;
      dialect = tried;
    }
  }
  dialect.escapes_by_backslash = EscapesByBackslash(begin, dialect);
  return dialect;
}

std::vector<CsvRow> FirstRows(std::string_view begin, bool is_whole, const CsvDialect& dialect,
                              size_t max_rows) {
  const std::unique_ptr<ByteSource> source = SourceOver(begin, begin.size());
  CsvCutter cutter(*source, dialect, begin.size());
  std::vector<CsvRow> rows;
  while (rows.size() <= max_rows) {
    const Result<std::optional<Record>> record = cutter.Next();
    if (!record || !*record) break;
    const bool may_go_on = !is_whole && (*record)->offset + (*record)->bytes.size() == begin.size();
    if (may_go_on && !rows.empty()) break;
    ReadCsvRow((*record)->bytes, dialect, rows.emplace_back());
  }
  if (rows.size() > max_rows) rows.resize(max_rows);
  return rows;
}

}  // namespace gatepost
