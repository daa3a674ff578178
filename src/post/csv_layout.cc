#include "post/csv_layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <system_error>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kRowsLookedAt = 200;
// Above the names there may be a few rows of notes.
constexpr size_t kRowsBeforeNames = 5;
constexpr MemberRole kUnknown{MemberUse::kField, FieldKind::kOther};
constexpr MemberRole kText{MemberUse::kField, FieldKind::kText};
constexpr MemberRole kLink{MemberUse::kField, FieldKind::kLink};
constexpr MemberRole kPublished{MemberUse::kPublished};

struct KnownNames {
  KnownCsv known;
  bool is_all;  // there are no other columns
  std::vector<std::string_view> names;
};
const std::vector<KnownNames>& AllKnownNames() {
  static const std::vector<KnownNames> names{
      {KnownCsv::kLinkedInShares, false, {"date", "sharelink", "sharecommentary"}},
      {KnownCsv::kLinkedInComments, true, {"date", "link", "message"}},
      {KnownCsv::kRedditComments,
       false,
       {"id", "permalink", "date", "subreddit", "body", "parent"}},
      {KnownCsv::kRedditPosts, false, {"id", "permalink", "date", "subreddit", "title", "body"}},
      {KnownCsv::kMessages, false, {"conversationid", "from", "to", "content"}},
      {KnownCsv::kMessages, false, {"id", "date", "from", "to", "body"}},
      {KnownCsv::kNoPosts, false, {"firstname", "lastname", "company", "connectedon"}},
      {KnownCsv::kNoPosts, true, {"id", "permalink", "direction"}},
  };
  return names;
}

using ColumnMap = std::map<std::string, std::string>;

// Cells that are names of columns, those that the user gives among them.
size_t CountNamesIn(const CsvRow& row, const ColumnMap& map) {
  const auto is_name = [&map](const std::string& cell) {
    if (RoleNamed(cell)) return true;
    const std::string plain = PlainName(cell);
    return !plain.empty() && std::ranges::any_of(map, [&plain](const auto& entry) {
      return PlainName(entry.second) == plain;
    });
  };
  return static_cast<size_t>(std::ranges::count_if(row.cells, is_name));
}

// Names are short and unlike what stands in rows.
bool MayBeName(const std::string& cell) {
  constexpr size_t kLongestName = 60;
  return cell.size() <= kLongestName && cell.find('\n') == std::string::npos &&
         cell.find("://") == std::string::npos && !ParseWrittenTime(cell, DateOrder::kDayFirst);
}

KnownCsv KnownBy(const CsvRow& header) {
  std::vector<std::string> names;
  for (const std::string& cell : header.cells) names.push_back(PlainName(cell));
  for (const KnownNames& known : AllKnownNames()) {
    const bool has_all = std::ranges::all_of(known.names, [&names](std::string_view name) {
      return std::ranges::find(names, name) != names.end();
    });
    if (has_all && (!known.is_all || names.size() == known.names.size())) return known.known;
  }
  return KnownCsv::kNone;
}

std::optional<uint64_t> HeaderOf(std::span<const CsvRow> rows, const CountNames& count_names) {
  for (size_t i = 0; i < std::min(rows.size(), kRowsBeforeNames); ++i) {
    if (!std::ranges::all_of(rows[i].cells, MayBeName)) continue;
    const bool is_known = KnownBy(rows[i]) != KnownCsv::kNone;
    if (is_known || count_names(rows[i]) >= (i == 0 ? 1U : 2U)) return i;
  }
  return std::nullopt;
}

// A column of a file without names, by what stands in it.
struct ColumnContent {
  size_t cells = 0, times = 0, links = 0, bytes = 0;
};

std::vector<ColumnContent> ContentOf(std::span<const CsvRow> rows, DateOrder order) {
  std::vector<ColumnContent> columns;
  for (const CsvRow& row : rows) {
    if (columns.size() < row.cells.size()) columns.resize(row.cells.size());
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& cell = row.cells[i];
      if (cell.empty()) continue;
      ++columns[i].cells;
      columns[i].bytes += cell.size();
      if (ParseWrittenTime(cell, order)) ++columns[i].times;
      const bool is_link = cell.starts_with("http://") || cell.starts_with("https://");
      if (is_link && cell.find(' ') == std::string::npos) ++columns[i].links;
    }
  }
  return columns;
}

// The first column of nothing but times, those of links, and of the others the longest as text.
std::vector<MemberRole> GuessByContent(std::span<const ColumnContent> columns) {
  std::vector<MemberRole> roles(columns.size(), kUnknown);
  bool has_times = false;
  size_t longest = columns.size();
  for (size_t i = 0; i < columns.size(); ++i) {
    const ColumnContent& column = columns[i];
    if (column.cells > 0 && column.times == column.cells) {
      if (!has_times) roles[i] = kPublished;
      has_times = true;
    } else if (column.cells > 0 && column.links == column.cells) {
      roles[i] = kLink;
    } else if (longest == columns.size() || column.bytes > columns[longest].bytes) {
      longest = i;
    }
  }
  if (longest < columns.size()) roles[longest] = kText;
  return roles;
}

bool IsHootsuite(std::span<const MemberRole> roles, std::span<const ColumnContent> columns) {
  return roles.size() == 3 && roles[0] == kPublished && roles[1] == kText &&
         (roles[2] == kLink || columns[2].cells == 0);
}

DateOrder DateOrderIn(std::span<const CsvRow> rows) {
  for (const CsvRow& row : rows) {
    for (const std::string& cell : row.cells) {
      if (const std::optional<DateOrder> order = OrderOf(cell)) return *order;
    }
  }
  return DateOrder::kDayFirst;
}

// The number from 0 of the column that the user means.
Result<size_t> ColumnMeant(const std::string& column, std::span<const CsvRow> rows,
                           const CsvRow* header) {
  size_t number = 0;
  const char* const end = column.data() + column.size();
  const auto read = std::from_chars(column.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end) {
    const bool exists = std::ranges::any_of(
        rows, [number](const CsvRow& row) { return number >= 1 && number <= row.cells.size(); });
    if (exists) return number - 1;
    return Fail(ErrorCode::kUsage, "the file has no column " + std::to_string(number) +
                                       ". Columns are counted from 1.");
  }
  for (size_t i = 0; header != nullptr && i < header->cells.size(); ++i) {
    if (PlainName(header->cells[i]) == PlainName(column)) return i;
  }
  return Fail(ErrorCode::kUsage, "the file has no column \"" + column +
                                     "\". Give a name of its first row, or the column's number, "
                                     "counted from 1.");
}

Status ApplyMap(const ColumnMap& map, std::span<const CsvRow> rows, const CsvRow* header,
                CsvLayout& layout) {
  if (Status status = CheckMap(map); !status) return status;
  for (const auto& [name, column] : map) {
    std::ranges::replace(layout.columns, *RoleNamed(name), kUnknown);
  }
  for (const auto& [name, column] : map) {
    const Result<size_t> number = ColumnMeant(column, rows, header);
    if (!number) return Fail(number.error());
    if (layout.columns.size() <= *number) layout.columns.resize(*number + 1, kUnknown);
    layout.columns[*number] = *RoleNamed(name);
  }
  return {};
}

}  // namespace

Status CheckMap(const ColumnMap& map) {
  for (const auto& [name, column] : map) {
    if (RoleNamed(name)) continue;
    return Fail(ErrorCode::kUsage, "\"" + name +
                                       "\" is nothing a column can be. Map text, title, alt_text, "
                                       "link, date, id, author, channel, language, thread or "
                                       "permalink.");
  }
  return {};
}

Result<CsvLayout> LayoutOf(const FileHead& head, const ColumnMap& map) {
  const CountNames count_names = [&map](const CsvRow& row) { return CountNamesIn(row, map); };
  CsvLayout layout;
  layout.dialect = DialectOf(head.begin, head.is_whole, count_names);
  const std::vector<CsvRow> rows =
      FirstRows(head.begin, head.is_whole, layout.dialect, kRowsLookedAt);
  layout.header = HeaderOf(rows, count_names);
  const std::span<const CsvRow> body =
      std::span(rows).subspan(layout.header ? static_cast<size_t>(*layout.header) + 1 : 0);
  layout.date_order = DateOrderIn(body);
  const CsvRow* const header = layout.header ? &rows[*layout.header] : nullptr;
  if (header != nullptr) {
    layout.known = KnownBy(*header);
    for (const std::string& name : header->cells) {
      layout.columns.push_back(RoleNamed(name).value_or(kUnknown));
    }
  } else {
    const std::vector<ColumnContent> contents = ContentOf(body, layout.date_order);
    layout.columns = GuessByContent(contents);
    if (IsHootsuite(layout.columns, contents)) layout.known = KnownCsv::kHootsuite;
  }
  if (layout.known == KnownCsv::kLinkedInComments) layout.dialect.escapes_by_backslash = true;
  if (rows.empty()) return layout;
  if (Status mapped = ApplyMap(map, rows, header, layout); !mapped) return Fail(mapped.error());
  return layout;
}

}  // namespace gatepost
