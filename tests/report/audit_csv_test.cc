#include <string>
#include <vector>

#include "report/audit_report_of.h"

using namespace gatepost;

namespace {

// The cells of every row; all are quoted.
std::vector<std::vector<std::string>> RowsOf(const std::string& csv) {
  REQUIRE(csv.starts_with("\xEF\xBB\xBF"));
  std::vector<std::vector<std::string>> rows(1);
  size_t at = 3;
  while (at < csv.size()) {
    REQUIRE(csv[at] == '"');
    std::string cell;
    for (++at; csv[at] != '"' || csv.substr(at, 2) == "\"\""; ++at) {
      if (csv[at] == '"') ++at;
      cell += csv[at];
    }
    ++at;
    rows.back().push_back(cell);
    if (csv[at] == ',') {
      ++at;
      continue;
    }
    REQUIRE(csv.substr(at, 2) == "\r\n");
    at += 2;
    rows.emplace_back();
  }
  rows.pop_back();
  return rows;
}

std::string AccountCell(const std::string& account) {
  FakeStore store = SampleStore();
  store.posts.resize(1);
  store.posts[0].post.account = account;
  return RowsOf(AuditReportOf(AuditReportFormat::kCsv, store))[1][5];
}

}  // namespace

TEST_CASE("CSV has a row for each finding under its columns", "[report][audit_csv]") {
  const auto rows = RowsOf(AuditReportOf(AuditReportFormat::kCsv, SampleStore()));
  REQUIRE(rows.size() == 8);
  for (const auto& row : rows) CHECK(row.size() == 31);
  CHECK(rows[0][0] == "input");
  CHECK(rows[0][27] == "advice");
  CHECK(rows[5] ==
        std::vector<std::string>{"library.jsonl",
                                 "",
                                 "3",
                                 "3",
                                 "mastodon",
                                 "'@library",
                                 "1703",
                                 "https://social.example.org/@library/1703",
                                 "2025-01-05T09:30:00Z",
                                 "own",
                                 "uk.nhs_number",
                                 "NHS number",
                                 "health",
                                 "critical",
                                 "block",
                                 "95",
                                 "strong",
                                 "text",
                                 "0",
                                 "5",
                                 "17",
                                 "*** *** **18",
                                 FingerprintOf(3),
                                 "placeholder mobile",
                                 "",
                                 "",
                                 "unknown",
                                 "Remove the NHS number; ask for it by direct message or phone.",
                                 "",
                                 "",
                                 ""});
  CHECK(rows[6][24] == "false");
  CHECK(rows[6][25] == "2026-12-31");
  CHECK(rows[7][24] == "accepted (expired)");
}

TEST_CASE("CSV says at the end of a row whose the account is", "[report][audit_csv]") {
  const AccountBook accounts = SampleAccounts();
  AuditReportOptions options = SampleReportOptions();
  options.accounts = &accounts;
  const auto rows = RowsOf(AuditReportOf(AuditReportFormat::kCsv, SampleStore(), options));
  const auto last_cells = [&](size_t row) {
    return std::vector<std::string>(rows[row].end() - 3, rows[row].end());
  };
  CHECK(last_cells(0) ==
        std::vector<std::string>{"account name", "account owner", "account email"});
  CHECK(last_cells(1) ==
        std::vector<std::string>{"Ambridge <Council>", "Comms", "comms@example.org"});
  CHECK(last_cells(7) == std::vector<std::string>(3));
}

TEST_CASE("No cell is a formula to a spreadsheet", "[report][audit_csv]") {
  CHECK(AccountCell("council") == "council");
  CHECK(AccountCell("a=1") == "a=1");
  for (const char* account : {"=1+1", "+447700900123", "-1", "@council", "|x", "%x", "  =1", "＝1",
                              "＋1", "－1", "＠x"}) {
    CAPTURE(account);
    CHECK(AccountCell(account) == "'" + std::string(account));
  }
  CHECK(AccountCell("\t=1") == "' =1");
  CHECK(AccountCell("\r=1") == "'·=1");
  CHECK(AccountCell("\n=1") == "'↵=1");
  CHECK(AccountCell(std::string("\0=1", 3)) == "'·=1");
}

TEST_CASE("A cell holds quotes, commas and lines without breaking out", "[report][audit_csv]") {
  CHECK(AccountCell("a\",\"b\r\nc") == "a\",\"b·↵c");
}
