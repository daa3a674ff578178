#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "audit/triage.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/finding_filter.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/triage_dialogue.h"
#include "pattern/account_book.h"
#include "report/terminal_text.h"
#include "report/triage_report.h"

namespace gatepost {
namespace {

// As typed.
struct TriageCommandOptions {
  std::string store;
  FindingFilter filter;
  std::string accounts_file;
  std::string as_of;
  size_t limit = 50;
  bool shows_decided = false;
  bool asks = false;
  std::string owner;
  AnswerSetup answer;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit triage council.db\n"
    "  gatepost audit triage council.db --only uk.nhs_number --since 2024-01-01 --limit 20\n"
    "  gatepost audit triage council.db --ask --owner \"J. Doe\"\n"
    "\n"
    "Findings of one value are one decision. The gravest come first, and of those the most\n"
    "frequent. Each comes with the command that marks it; --ask asks, and marks at once.\n"
    "\n"
    "Exit status: 0 told; 2 could not run.\n";

ExitCode Ask(const TriageCommandOptions& options, const TriageReport& report, Store& store) {
  if (!IsTerminal(STDIN_FILENO) || !IsTerminal(STDOUT_FILENO)) {
    PrintError({ErrorCode::kUsage,
                "--ask needs a terminal. Leave it out, and use the commands of the list.",
                {}});
    return ExitCode::kCannotRun;
  }
  DialogueOptions dialogue;
  dialogue.owner = options.owner;
  dialogue.today = Today();
  dialogue.layout = {UsesColour(options.answer.colour, STDOUT_FILENO),
                     TerminalWidth(STDOUT_FILENO)};
  const auto totals = RunTriageDialogue(report, dialogue, std::cin, std::cout,
                                        [&](const Decision& decision) -> Status {
                                          if (Status status = store.Decide(decision); !status) {
                                            return status;
                                          }
                                          return store.Flush();
                                        });
  if (!totals) return PrintError(totals.error()), ExitCode::kCannotRun;
  PrintNote(Counted(totals->decided, "value") + " marked, " + std::to_string(totals->skipped) +
            " skipped.");
  return ExitCode::kClean;
}

// What it was decided by is kept while it is shown.
struct Loaded {
  std::unique_ptr<SqliteStore> store;
  AccountBook accounts;
  Triage triage;
};

Result<std::unique_ptr<Loaded>> Load(const TriageCommandOptions& options) {
  auto book = AccountBook::Read(options.accounts_file);
  if (!book) return Fail(book.error());
  const auto day = DecisionDay(options.as_of);
  if (!day) return Fail(day.error());
  auto store = SqliteStore::Open(
      options.store, options.asks ? SqliteStore::Access::kChange : SqliteStore::Access::kRead);
  if (!store) return Fail(store.error());
  const auto filter = FilterOf(options.filter, {store->get()});
  if (!filter) return Fail(filter.error());
  auto loaded = std::make_unique<Loaded>(Loaded{std::move(*store), std::move(*book), Triage({})});
  loaded->triage = Triage({*day, options.shows_decided, &loaded->accounts});
  const Status status =
      loaded->store->ForEachFinding(*filter, [&](const FindingInPost& found) -> Status {
        loaded->triage.Add(found);
        return {};
      });
  if (!status) return Fail(status.error());
  return loaded;
}

ExitCode TriageFindings(const TriageCommandOptions& options) {
  const auto loaded = Load(options);
  if (!loaded) return PrintError(loaded.error()), ExitCode::kCannotRun;
  const std::vector<const TriagedValue*> ranked = (*loaded)->triage.Ranked();
  const TriageReport report{ranked, options.limit, (*loaded)->triage.findings(), options.store,
                            &(*loaded)->accounts};
  if (options.asks) return Ask(options, report, *(*loaded)->store);
  return ExitAfter(WriteAnswer(options.answer, [&](const TextLayout& layout, std::string& out) {
    if (options.answer.format == AnswerSetup::Format::kJson) return AppendTriageJson(report, out);
    AppendTriageText(report, layout, out);
  }));
}

}  // namespace

void AddAuditTriageCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command = audit.add_subcommand("triage", "List the values to decide about");
  auto options = std::make_shared<TriageCommandOptions>();
  AddStoreArgument(*command, options->store);
  AddFindingFilter(*command, options->filter);
  command->add_option("--limit", options->limit, "Values shown [50]")->type_name("N");
  command->add_flag("--all", options->shows_decided, "Values that are marked, too");
  AddAccountsFileOption(*command, options->accounts_file);
  AddDecisionDayOption(*command, options->as_of);
  command->add_flag("--ask", options->asks, "Ask about one after the other, and mark them");
  command->add_option("--owner", options->owner, "Who decides, for --ask")->type_name("NAME");
  AddAnswerOptions(*command, options->answer);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = TriageFindings(*options); });
}

}  // namespace gatepost
