// Any bytes as a table: it is cut into the same rows in blocks of any size, no byte of a row is
// lost between rows, and the reader stands up to all of them.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "post/csv_cutter.h"
#include "post/post_formats.h"

using namespace gatepost;

namespace {

constexpr uint64_t kMaxRowBytes = 200;

void Require(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

struct Row {
  uint64_t offset = 0;
  uint32_t line = 0;
  bool is_too_large = false;
  std::string bytes;
  bool operator==(const Row&) const = default;
};

std::vector<Row> RowsOf(std::string_view text, const CsvDialect& dialect, size_t block_bytes) {
  const auto source = SourceOver(text, block_bytes);
  CsvCutter cutter(*source, dialect, kMaxRowBytes);
  std::vector<Row> rows;
  for (auto record = cutter.Next(); *record; record = cutter.Next()) {
    rows.push_back({(*record)->offset, (*record)->line, (*record)->is_too_large,
                    std::string((*record)->bytes)});
  }
  return rows;
}

void CheckRows(std::string_view text, const CsvDialect& dialect) {
  const std::vector<Row> rows = RowsOf(text, dialect, 4096);
  Require(rows == RowsOf(text, dialect, 1), "rows do not depend on blocks");
  uint64_t end = 0;
  bool may_skip = false;
  CsvRow cells;
  for (const Row& row : rows) {
    Require(row.offset >= end, "rows ascend");
    const std::string_view between = text.substr(end, row.offset - end);
    Require(may_skip || between.find_first_not_of("\r\n") == between.npos,
            "nothing is lost between rows");
    Require(text.substr(row.offset, row.bytes.size()) == row.bytes, "rows are bytes of the file");
    ReadCsvRow(row.bytes, dialect, cells);
    Require(!cells.cells.empty(), "a row has a cell");
    end = row.offset + row.bytes.size();
    may_skip = row.is_too_large;
  }
  const std::string_view rest = text.substr(end);
  Require(may_skip || rest.find_first_not_of("\r\n") == rest.npos, "nor behind the last");
}

void CheckFormat(std::string_view text) {
  const FileHead head{"fuzz.csv", text, true};
  if (CsvFormat().RoleOf(head) == FileRole::kNotOurs) return;
  const ReadOptions options{.max_post_bytes = kMaxRowBytes, .map = {}};
  const auto source = SourceOver(text, 7);
  const auto cutter = CsvFormat().MakeCutter(head, *source, options);
  const auto reader = CsvFormat().MakeReader(head, {}, options);
  PostTexts texts;
  for (auto record = cutter->Next(); *record; record = cutter->Next()) {
    const auto post = reader->Read(**record, texts);
    if (!post) continue;
    Require(!post->fields.empty() || !post->problems.empty(), "a post says something");
    for (const Problem& problem : post->problems) {
      Require(IsValidUtf8(problem.message), "messages are UTF-8");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  CheckRows(text, {});
  CheckRows(text, {.delimiter = ';', .escapes_by_backslash = true});
  CheckFormat(text);
  return 0;
}
