#include "cli/audit_report_options.h"

#include <array>
#include <chrono>
#include <CLI/CLI.hpp>
#include <utility>

#include "cli/choice.h"
#include "cli/loading.h"
#include "cli/output.h"
#include "report/audit_post_words.h"

namespace gatepost {
namespace {

constexpr std::array<std::pair<std::string_view, AuditReportFormat>, 9> kByEnding{{
    {".html", AuditReportFormat::kHtml},
    {".htm", AuditReportFormat::kHtml},
    {".csv", AuditReportFormat::kCsv},
    {".json", AuditReportFormat::kJson},
    {".jsonl", AuditReportFormat::kJsonl},
    {".ndjson", AuditReportFormat::kJsonl},
    {".sarif", AuditReportFormat::kSarif},
    {".xml", AuditReportFormat::kJunit},
    {".txt", AuditReportFormat::kText},
}};

constexpr std::array kFormats{AuditReportFormat::kText,  AuditReportFormat::kHtml,
                              AuditReportFormat::kCsv,   AuditReportFormat::kJson,
                              AuditReportFormat::kJsonl, AuditReportFormat::kSarif,
                              AuditReportFormat::kJunit};

Status CheckTexts(const Store& store) {
  const Result<bool> has_text =
      HasFinding(store, [](const FindingInPost& found) { return !found.post.text.empty(); });
  if (!has_text) return Fail(has_text.error());
  if (*has_text) return {};
  return Fail(ErrorCode::kUsage,
              "the store has no texts of posts to show values from: audit the inputs again with "
              "--keep-text.");
}

}  // namespace

void AddReportFormatOption(CLI::App& command, const std::string& help, AuditReportSetup& setup) {
  std::vector<std::string> names;
  for (const AuditReportFormat format : kFormats) names.emplace_back(NameOf(format));
  AddWordOption(command, {"-f,--format", help}, names,
                [&setup](size_t which) { setup.format = NameOf(kFormats[which]); });
}

Result<AuditReportFormat> FormatFor(const std::string& format, const std::string& output) {
  if (!format.empty()) {
    if (const auto named = AuditReportFormatOf(format)) return *named;
    return Fail(ErrorCode::kUsage, "there is no report format \"" + format +
                                       "\": use text, html, csv, json, jsonl, sarif or junit.");
  }
  for (const auto& [ending, by_ending] : kByEnding) {
    if (output.ends_with(ending)) return by_ending;
  }
  return AuditReportFormat::kText;
}

Status WriteReport(const Store& store, const AuditReportSetup& setup) {
  const Result<AuditReportFormat> format = FormatFor(setup.format, setup.output);
  if (!format) return Fail(format.error());
  AuditReportOptions options;
  Result<AuditFilter> filter = FilterOf(setup.filter, {&store});
  if (!filter) return Fail(filter.error());
  options.filter = std::move(*filter);
  const Result<std::chrono::sys_days> as_of = DecisionDay(setup.as_of);
  if (!as_of) return Fail(as_of.error());
  options.as_of = *as_of;
  const Result<AccountBook> accounts = AccountBook::Read(setup.accounts_file);
  if (!accounts) return Fail(accounts.error());
  if (!setup.accounts_file.empty()) options.accounts = &*accounts;
  options.goals = setup.goals;
  options.made = Now();
  options.by = setup.by;
  options.shows_texts = setup.shows_values;
  options.report_command = "gatepost audit report " + ShellArgument(setup.store);
  options.decide_command = "gatepost audit triage " + ShellArgument(setup.store);
  if (setup.shows_values) {
    if (Status status = CheckTexts(store); !status) return status;
  }
  Result<Output> output = Output::Open(
      setup.output, setup.shows_values ? Output::Readers::kOwner : Output::Readers::kAll);
  if (!output) return Fail(output.error());
  options.uses_colour = UsesColour(setup.colour, output->descriptor());
  options.width = TerminalWidth(output->descriptor());
  const Status written = WriteAuditReport(*format, store, options,
                                          [&](std::string& chunk) { return output->Write(chunk); });
  return written ? output->Close() : written;
}

}  // namespace gatepost
