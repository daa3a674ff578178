// docs/audit-store.md and the tables of a store say the same.

#include "audit/store_schema.h"

#include <fstream>
#include <sstream>

#include "audit/store_samples.h"

using namespace gatepost;

namespace {

// What stands between the first two backquotes.
std::string QuotedIn(const std::string& line) {
  const size_t begin = line.find('`') + 1;
  return line.substr(begin, line.find('`', begin) - begin);
}

// "table.column", in the order of the page; `is_optional` of columns that may be NULL.
std::string ColumnsOfPage(const std::string& page) {
  std::istringstream lines(page);
  std::string columns;
  std::string table;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("### `")) table = QuotedIn(line);
    if (table.empty() || !line.starts_with("| `")) continue;
    const bool may_be_null = line.find("or NULL") != std::string::npos;
    columns += table + "." + QuotedIn(line) + (may_be_null ? " or NULL\n" : "\n");
  }
  return columns;
}

std::string ColumnsOfStore(const Sqlite& database) {
  std::string columns;
  Statements statements(database);
  Need(statements.Read(
      "SELECT t.name, c.name, c.\"notnull\" OR c.pk > 0 FROM sqlite_schema t, "
      "pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY "
      "t.rowid, c.cid",
      [&](const SqliteStatement& row) -> Status {
        columns += std::string(row.Text(0)) + "." + std::string(row.Text(1)) +
                   (row.Integer(2) == 0 ? " or NULL\n" : "\n");
        return {};
      }));
  return columns;
}

}  // namespace

TEST_CASE("The page about the store names its version, its tables and their columns",
          "[audit][store_schema]") {
  std::ifstream file(GATEPOST_SOURCE_DIR "/docs/audit-store.md", std::ios::binary);
  const std::string page(std::istreambuf_iterator<char>(file), {});
  const StoreFolder folder("schema_page");
  OpenStore(folder / "a.db").reset();
  const Sqlite database = Need(Sqlite::Open(folder / "a.db", Sqlite::Mode::kExisting));
  CHECK(ColumnsOfPage(page) == ColumnsOfStore(database));
  CHECK_THAT(page, ContainsSubstring("**version " + std::to_string(kStoreVersion) + "**"));
  CHECK_THAT(page, ContainsSubstring(
                       "`PRAGMA application_id` is " +
                       std::to_string(*Need(database.QueryInteger("PRAGMA application_id")))));
}

TEST_CASE("Findings are read in the order of indexes, and looked up by them",
          "[audit][store_schema]") {
  const StoreFolder folder("schema_plans");
  OpenStore(folder / "a.db").reset();
  const Sqlite database = Need(Sqlite::Open(folder / "a.db", Sqlite::Mode::kExisting));
  const auto plan = [&](const std::string& sql) {
    std::string steps;
    SqliteStatement statement = Need(database.Prepare("EXPLAIN QUERY PLAN " + sql));
    while (Need(statement.Step())) steps += std::string(statement.Text(3)) + "; ";
    return steps;
  };
  CHECK(plan("SELECT p.url, f.masked FROM posts p CROSS JOIN findings f ON f.post = p.id WHERE "
             "p.input = 1 ORDER BY p.path, p.record, p.id, f.number") ==
        "SEARCH p USING INDEX posts_by_place (input=?); SEARCH f USING INDEX findings_by_post "
        "(post=?); ");
  CHECK_THAT(plan("DELETE FROM findings WHERE fingerprint = 'x' AND fingerprint <> ''"),
             ContainsSubstring("findings_by_fingerprint"));
}
