#pragma once

// Reports of the sample audit, and looks into them, for tests.

#include <string>
#include <string_view>

#include "report/audit_report.h"
#include "report/sample_audit.h"

namespace gatepost {

inline AuditReportOptions SampleReportOptions() {
  AuditReportOptions options;
  options.as_of = KnownDay("2026-04-01");
  options.made = SampleTime("2026-04-01");
  options.report_command = "gatepost audit report audit.db";
  options.decide_command = "gatepost audit decide audit.db FINGERPRINT accepted";
  return options;
}

// Of the sample audit's accounts one is known and closed.
inline AccountBook SampleAccounts() {
  const auto book = AccountBook::Parse(
      "[account.\"x:council\"]\nname = \"Ambridge <Council>\"\nowner = \"Comms\"\n"
      "email = \"comms@example.org\"\npublic = false\n",
      "accounts.toml");
  REQUIRE(book);
  return *book;
}

inline std::string AuditReportOf(AuditReportFormat format, const Store& store,
                                 const AuditReportOptions& options = SampleReportOptions()) {
  std::string report;
  const auto status = WriteAuditReport(format, store, options, [&](std::string& chunk) {
    report += chunk;
    return Status();
  });
  if (!status) FAIL(status.error().ToString());
  return report;
}

inline bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline size_t CountOf(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace gatepost
