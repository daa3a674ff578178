#include <array>
#include <string>
#include <string_view>

#include "base/byte_order_mark.h"
#include "base/day.h"
#include "base/utf8.h"
#include "report/audit_sink.h"
#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr std::array kColumns =
    std::to_array<std::string_view>({"input",        "file",           "record",       "line",
                                     "source",       "account",        "post id",      "url",
                                     "published",    "kind",           "pattern",      "name",
                                     "category",     "severity",       "action",       "score",
                                     "band",         "field",          "nth",          "begin",
                                     "end",          "masked",         "fingerprint",  "labels",
                                     "decision",     "decision until", "still public", "advice",
                                     "account name", "account owner",  "account email"});

// Spreadsheets take a cell that begins so for a formula (CWE-1236), some of them after spaces or
// with full-width signs. Other controls never get here: cells are Printable.
bool BeginsLikeFormula(std::string_view cell) {
  const size_t at = cell.find_first_not_of(' ');
  if (at == std::string_view::npos) return false;
  switch (DecodeUtf8(cell, at).value) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'|':
    case U'%':
    case U'＝':
    case U'＋':
    case U'－':
    case U'＠':
      return true;
    default:
      return false;
  }
}

class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  void Add(std::string_view value) {
    const std::string cell = Printable(value);
    out_ += is_first_ ? "\"" : ",\"";
    is_first_ = false;
    if (BeginsLikeFormula(cell) || value.starts_with('\t') || value.starts_with('\r') ||
        value.starts_with('\n') || value.starts_with('\0')) {
      out_ += '\'';
    }
    for (const char byte : cell) {
      if (byte == '"') out_ += '"';
      out_ += byte;
    }
    out_ += '"';
  }
  void AddNumber(uint64_t number) { Add(std::to_string(number)); }
  void End() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool is_first_ = true;
};

void AddPost(const FindingInPost& found, CsvRow& row) {
  const AuditPost& post = found.post;
  row.Add(found.input.name);
  row.Add(post.path);
  row.AddNumber(post.record);
  row.Add(post.line == 0 ? "" : std::to_string(post.line));
  row.Add(post.source);
  row.Add(post.account);
  row.Add(post.post_id);
  row.Add(post.url);
  row.Add(post.published ? IsoTime(*post.published) : "");
  row.Add(NameOf(post.kind));
}

void AddFinding(const AuditFinding& finding, CsvRow& row) {
  row.Add(finding.pattern);
  row.Add(finding.name);
  row.Add(finding.category);
  row.Add(finding.severity);
  row.Add(finding.action);
  row.Add(std::to_string(finding.score));
  row.Add(finding.band);
  row.Add(NameOf(finding.field));
  row.AddNumber(finding.nth);
  row.AddNumber(finding.codepoints.begin);
  row.AddNumber(finding.codepoints.end);
  row.Add(finding.masked);
  row.Add(finding.fingerprint);
  row.Add(finding.labels);
}

void AddKnownAccount(const Account* account, CsvRow& row) {
  row.Add(account == nullptr ? "" : account->name);
  row.Add(account == nullptr ? "" : account->owner);
  row.Add(account == nullptr ? "" : account->email);
}

// "accepted", "accepted (expired)"; empty without one.
std::string DecisionText(const Decision* decision, std::chrono::sys_days as_of) {
  if (decision == nullptr) return {};
  return std::string(NameOf(decision->state)) + (HoldsOn(*decision, as_of) ? "" : " (expired)");
}

}  // namespace

Status WriteAuditCsv(const AuditReportJob& job) {
  job.out() += kByteOrderMark;  // or Excel reads it as Windows-1252
  CsvRow heading(job.out());
  for (const std::string_view column : kColumns) heading.Add(column);
  heading.End();
  return job.ForEachFinding([&](const FindingInPost& found) {
    const Decision* decision = found.decision;
    CsvRow row(job.out());
    AddPost(found, row);
    AddFinding(found.finding, row);
    row.Add(DecisionText(decision, job.options.as_of));
    row.Add(decision != nullptr && decision->until ? DayText(*decision->until) : "");
    row.Add(NameOf(found.post.visibility));
    row.Add(found.finding.advice);
    AddKnownAccount(job.AccountOf(found.post.source, found.post.account), row);
    row.End();
  });
}

}  // namespace gatepost
