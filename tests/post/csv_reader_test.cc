#include "post/csv_reader.h"

#include <string>
#include <vector>

#include "catch.h"
#include "post/csv_cutter.h"

using namespace gatepost;

namespace {

using Cells = std::vector<std::string>;

CsvRow RowOf(std::string_view text, const CsvDialect& dialect = {}) {
  CsvRow row;
  row.cells = {"left", "from", "another", "row"};
  ReadCsvRow(text, dialect, row);
  return row;
}

struct CutRows {
  Cells rows;  // "(too large)" for one that is
  std::vector<uint64_t> offsets;
  std::vector<uint32_t> lines;
};

struct CutOptions {
  size_t block_bytes = 64 << 10;
  uint64_t max_row_bytes = 1 << 20;
};

CutRows CutUp(std::string_view text, const CsvDialect& dialect, const CutOptions& options) {
  const auto source = SourceOver(text, options.block_bytes);
  CsvCutter cutter(*source, dialect, options.max_row_bytes);
  CutRows cut;
  for (auto record = cutter.Next(); record && *record; record = cutter.Next()) {
    cut.rows.emplace_back((*record)->is_too_large ? "(too large)" : (*record)->bytes);
    cut.offsets.push_back((*record)->offset);
    cut.lines.push_back((*record)->line);
    CHECK((*record)->number + 1 == cut.rows.size());
  }
  return cut;
}

size_t NoNames(const CsvRow& /*row*/) { return 0; }

}  // namespace

TEST_CASE("Cells are what RFC 4180 says they are", "[post][csv_reader]") {
  CHECK(RowOf("a,b,c\r\n").cells == Cells{"a", "b", "c"});
  CHECK(RowOf("a,,\n").cells == Cells{"a", "", ""});
  CHECK(RowOf("").cells == Cells{""});
  CHECK(RowOf(R"("a,b","c ""d""",e)").cells == Cells{"a,b", "c \"d\"", "e"});
  CHECK(RowOf("\"a\nb\r\nc\",d\n").cells == Cells{"a\nb\r\nc", "d"});
  CHECK(RowOf("\"\",x").cells == Cells{"", "x"});
}

TEST_CASE("Quotes inside a cell that has none around it are text", "[post][csv_reader]") {
  const CsvRow row = RowOf(R"(a 5" nail,"b")");
  CHECK(row.cells == Cells{"a 5\" nail", "b"});
  CHECK_FALSE(row.has_stray_quote);
}

TEST_CASE("What stands behind the quotes of a cell is kept and told", "[post][csv_reader]") {
  const CsvRow row = RowOf(R"("07700" 900123,b)");
  CHECK(row.cells == Cells{"07700 900123", "b"});
  CHECK_FALSE(row.has_stray_quote);
  CHECK(RowOf(R"("a"b,c)").cells == Cells{"ab", "c"});
  CHECK(RowOf(R"("a"b,c)").has_stray_quote);
}

TEST_CASE("A quote that is not closed is told, and the rest is the cell", "[post][csv_reader]") {
  const CsvRow row = RowOf("a,\"b,c\n");
  CHECK(row.cells == Cells{"a", "b,c"});
  CHECK(row.is_unclosed);
}

TEST_CASE("A backslash escapes a quote where the file says so", "[post][csv_reader]") {
  const CsvDialect backslash{.escapes_by_backslash = true};
  CHECK(RowOf(R"(1,"He said \"hi\", so",2)", backslash).cells ==
        Cells{"1", "He said \"hi\", so", "2"});
  CHECK(RowOf(R"("a\\","b\n")", backslash).cells == Cells{"a\\", "b\\n"});
  CHECK(RowOf(R"("C:\",b)").cells == Cells{"C:\\", "b"});
  const CsvRow row = RowOf("\"a\\", backslash);
  CHECK(row.cells == Cells{"a\\"});
  CHECK(row.is_unclosed);
}

TEST_CASE("Rows are the same in blocks of every size", "[post][csv_reader]") {
  const std::string text =
      "date,text\r\n\r\n1,\"two\r\nlines, \"\"and\"\" more\"\r\n2,\"\"\n\n\"3\",plain";
  const Cells rows{"date,text\r\n", "1,\"two\r\nlines, \"\"and\"\" more\"\r\n", "2,\"\"\n",
                   "\"3\",plain"};
  for (size_t block = 1; block <= text.size() + 1; ++block) {
    CAPTURE(block);
    const CutRows cut = CutUp(text, {}, {.block_bytes = block});
    CHECK(cut.rows == rows);
    CHECK(cut.lines == std::vector<uint32_t>{1, 3, 5, 7});
    for (size_t i = 0; i < rows.size(); ++i) {
      CHECK(text.substr(cut.offsets[i], rows[i].size()) == rows[i]);
    }
  }
}

TEST_CASE("A table cut short anywhere gives what is left of it", "[post][csv_reader]") {
  const std::string text = "a,\"b\"\"c\nd\"\r\n\"e\",f\n";
  for (size_t size = 0; size <= text.size(); ++size) {
    CAPTURE(size);
    const CutRows cut = CutUp(text.substr(0, size), {}, {.block_bytes = 3});
    std::string all;
    for (const std::string& row : cut.rows) all += row;
    CHECK(all == text.substr(0, size));
  }
}

TEST_CASE("Behind a quote that is never closed every line is a row again", "[post][csv_reader]") {
  std::string text = "1,\"open\n";
  for (int i = 0; i < 20; ++i) text += "2,closed\n";
  text += "3,\"two\nlines\"\n";
  const CutRows cut = CutUp(text, {}, {.block_bytes = 7, .max_row_bytes = 64});
  REQUIRE(cut.rows.size() == 23);
  CHECK(cut.rows[0] == "(too large)");
  CHECK(cut.rows[1] == "1,\"open\n");
  CHECK(cut.rows[2] == "2,closed\n");
  CHECK(cut.rows[21] == "2,closed\n");
  CHECK(cut.rows[22] == "3,\"two\nlines\"\n");
  CHECK(cut.lines[2] == 2);
}

TEST_CASE("A line over the limit is skipped, and the next is a row", "[post][csv_reader]") {
  const std::string text = "1," + std::string(500, 'x') + "\n2,short\n";
  const CutRows cut = CutUp(text, {}, {.block_bytes = 10, .max_row_bytes = 64});
  CHECK(cut.rows == Cells{"(too large)", "2,short\n"});
  CHECK(cut.lines == std::vector<uint32_t>{1, 2});
}

TEST_CASE("Many quotes that are not closed take no longer than one", "[post][csv_reader]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "\"\"\"\",\"\"\"a\"\"\n";
  const CutRows cut = CutUp(text, {}, {.max_row_bytes = 1 << 19});
  CHECK(cut.rows.size() >= 1000);
}

TEST_CASE("The delimiter is the one that makes even rows", "[post][csv_reader]") {
  const auto delimiter_of = [](std::string_view text) {
    return DialectOf(text, true, NoNames).delimiter;
  };
  CHECK(delimiter_of("a,b\nc,d\n") == ',');
  CHECK(delimiter_of("a;b, or not\nc;d\n") == ';');
  CHECK(delimiter_of("a\tb, c; d\ne\tf\n") == '\t');
  CHECK(delimiter_of("a|b\nc|d, e\n") == '|');
  CHECK(delimiter_of("sep=;\na,b\n") == ';');
  CHECK(delimiter_of("one column\n") == ',');
  CHECK(delimiter_of("") == ',');
}

TEST_CASE("Lines of old Macs end in a carriage return", "[post][csv_reader]") {
  const CsvDialect dialect = DialectOf("a,b\rc,d\r", true, NoNames);
  CHECK(dialect.line_end == '\r');
  CHECK(CutUp("a,b\rc,d\r", dialect, {}).rows == Cells{"a,b\r", "c,d\r"});
  CHECK(RowOf("a,b\r", dialect).cells == Cells{"a", "b"});
}

TEST_CASE("A file that escapes quotes by a backslash is known by its rows", "[post][csv_reader]") {
  CHECK(DialectOf(R"(a,"x \"y\" z")", true, NoNames).escapes_by_backslash);
  CHECK_FALSE(DialectOf(R"("C:\",b)", true, NoNames).escapes_by_backslash);
  CHECK_FALSE(DialectOf(R"("x ""y"" z",b)", true, NoNames).escapes_by_backslash);
}
