#pragma once

// What is told on the command line about a report of an audit, and the report that comes of it.

#include <string>

#include "audit/store.h"
#include "base/result.h"
#include "cli/audit_setup.h"
#include "cli/finding_filter.h"
#include "cli/terminal.h"
#include "report/audit_report.h"

namespace CLI {
class App;
}

namespace gatepost {

// As typed.
struct AuditReportSetup {
  std::string store;
  std::string format;  // empty: by the output's name
  std::string output;
  FindingFilter filter;
  AuditReportBy by = AuditReportBy::kIdentifier;
  bool shows_values = false;
  ColourChoice colour = ColourChoice::kAuto;
  std::string as_of;
  std::string accounts_file;
  AuditGoals goals;
};

// --format, which says what it is of and what it is without being given.
void AddReportFormatOption(CLI::App& command, const std::string& help, AuditReportSetup& setup);

// The format that is named, or that of a file with such a name; kText for others.
[[nodiscard]] Result<AuditReportFormat> FormatFor(const std::string& format,
                                                  const std::string& output);

// Writes the report where the setup says. With values, only its owner may read it.
[[nodiscard]] Status WriteReport(const Store& store, const AuditReportSetup& setup);

}  // namespace gatepost
