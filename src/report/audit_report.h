#pragma once

// What an audit found, from its store, in any of seven formats.
//
//   AuditReportOptions options;
//   options.made = now;
//   options.as_of = today;
//   WriteAuditReport(AuditReportFormat::kHtml, store, options,
//                    [&](std::string& chunk) { return output.Write(chunk); });
//
// A report is streamed: the store's findings are gone through twice and never held. Values are
// masked in the store already; texts of posts are shown only where asked for, and only by the
// formats kJson, kJsonl and kHtml. What could not be read is in every format but kCsv. kSarif and
// kJunit leave out findings that the policy lets pass.

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "audit/store.h"
#include "pattern/account_book.h"
#include "pattern/audit_goals.h"

namespace gatepost {

enum class AuditReportFormat : uint8_t {
  kText,   // for a terminal; may change with any version
  kJson,   // one document
  kJsonl,  // one object a line; docs/audit-report.schema.json describes the lines
  kCsv,    // one row a finding, safe to open in a spreadsheet
  kSarif,  // 2.1.0, as code hosts show it
  kJunit,  // as build servers show it
  kHtml,   // one page for people, to read or print: no scripts, nothing from outside
};

// "text", "json", "jsonl", "csv", "sarif", "junit", "html".
[[nodiscard]] std::string_view NameOf(AuditReportFormat format);
[[nodiscard]] std::optional<AuditReportFormat> AuditReportFormatOf(std::string_view name);

// What the text report's table is by.
enum class AuditReportBy : uint8_t { kIdentifier, kAccount, kMonth };

struct AuditReportOptions {
  AuditFilter filter;
  AuditReportBy by = AuditReportBy::kIdentifier;  // kText only
  bool uses_colour = false;                       // kText only
  uint32_t width = 80;                            // columns of the terminal, kText only
  // Of posts, where the store has them; kHtml shows only how they begin.
  bool shows_texts = false;
  // Whose accounts are whose: names and owners beside the accounts, and which accounts are closed.
  // Borrowed; may be nullptr.
  const AccountBook* accounts = nullptr;
  AuditGoals goals;             // of the policy, for the trend of kHtml
  std::chrono::sys_days as_of;  // decisions whose last day is before it hold no longer
  Time made;                    // when the report is made
  // How to ask for another report of this store, and to record a decision in it: what reports
  // suggest, with arguments behind it. Empty: they suggest nothing.
  std::string report_command;  // "gatepost audit report audit.db"
  std::string decide_command;  // "gatepost audit triage audit.db"
};

// Called with one chunk after the other, most of some 64 KiB; what it leaves in it is dropped.
using TakeReportChunk = std::function<Status(std::string& chunk)>;

// Fails with what the store or `write` fails with; what was written before is then no report.
[[nodiscard]] Status WriteAuditReport(AuditReportFormat format, const Store& store,
                                      const AuditReportOptions& options,
                                      const TakeReportChunk& write);

}  // namespace gatepost
