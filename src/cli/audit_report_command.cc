#include <CLI/CLI.hpp>
#include <memory>

#include "audit/sqlite_store.h"
#include "cli/audit_commands.h"
#include "cli/audit_report_options.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/written_file.h"

namespace gatepost {
namespace {

// As typed.
struct ReportOptions {
  AuditReportSetup report;
  std::string policy;
};

ExitCode Report(ReportOptions& options) {
  AuditReportSetup& setup = options.report;
  const auto goals = GoalsOf(options.policy);
  if (!goals) return PrintError(goals.error()), ExitCode::kCannotRun;
  setup.goals = *goals;
  const auto store = SqliteStore::Open(setup.store, SqliteStore::Access::kRead);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  const Status status = WriteReport(**store, setup);
  if (!status) return PrintError(status.error()), ExitCode::kCannotRun;
  return ExitCode::kClean;
}

}  // namespace

void AddAuditReportCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command = audit.add_subcommand("report", "Write a report of a store");
  auto options = std::make_shared<ReportOptions>();
  AuditReportSetup* setup = &options->report;
  command->add_option("store", setup->store, "The store")->type_name("FILE")->required();
  AddReportFormatOption(*command, "Format [that of the output's name, else text]", *setup);
  NamesWrittenFile(*command, command->add_option("-o,--output", setup->output,
                                                 "Write to FILE; - is standard output"));
  AddFindingFilter(*command, setup->filter);
  AddChoice<AuditReportBy>(
      *command, {"--by", "What the table of the text report is by [identifier]"}, setup->by,
      {{"identifier", AuditReportBy::kIdentifier},
       {"account", AuditReportBy::kAccount},
       {"month", AuditReportBy::kMonth}});
  command->add_option("--policy", options->policy, "The policy that sets baseline and target")
      ->type_name("FILE");
  AddAccountsFileOption(*command, setup->accounts_file);
  command->add_flag(
      "--show-values", setup->shows_values,
      "Show what was found, from texts kept with --keep-text; without it, it is masked");
  command->add_option("--as-of", setup->as_of, "The day on which decisions must hold [today]")
      ->type_name("DATE");
  AddChoice<ColourChoice>(*command, {"--color,--colour", "Colours of the text report [auto]"},
                          setup->colour,
                          {{"auto", ColourChoice::kAuto},
                           {"always", ColourChoice::kAlways},
                           {"never", ColourChoice::kNever}});
  command->footer(
      "Examples:\n"
      "  gatepost audit report council.db\n"
      "  gatepost audit report council.db -o council.html --policy council.toml\n"
      "  gatepost audit report council.db -f csv --since 2024-01-01 -o findings.csv\n"
      "  gatepost audit report council.db --by month --account AmbridgeBC\n"
      "  gatepost audit report council.db --by account --accounts accounts.toml\n"
      "\n"
      "Exit status: 0 written; 2 could not be.\n");
  command->callback([options, &exit_code] { exit_code = Report(*options); });
}

}  // namespace gatepost
