#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "audit/trend.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/finding_filter.h"
#include "cli/message.h"
#include "pattern/account_book.h"
#include "report/trend_report.h"

namespace gatepost {
namespace {

// As typed.
struct TrendCommandOptions {
  std::string store;
  std::vector<std::string> accounts;
  std::string policy;
  std::string accounts_file;
  std::string owner;
  std::string as_of;
  AnswerSetup answer;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit trend council.db --policy council.toml\n"
    "  gatepost audit trend council.db --accounts accounts.toml --owner Communications\n"
    "  gatepost audit trend council.db --policy council.toml -f svg -o trend.svg\n"
    "\n"
    "Baseline and target are those of the policy's table [audit]. Counted are findings worth\n"
    "acting on, decided about or not, but for those marked false.\n"
    "\n"
    "Exit status: 0 told; 2 could not run.\n";

Result<TrendSummary> Summarise(const TrendCommandOptions& options) {
  if (!options.owner.empty() && options.accounts_file.empty()) {
    return Fail(ErrorCode::kUsage,
                "--owner needs --accounts, which says whose accounts are whose.");
  }
  const auto goals = GoalsOf(options.policy);
  if (!goals) return Fail(goals.error());
  const auto book = AccountBook::Read(options.accounts_file);
  if (!book) return Fail(book.error());
  const auto day = DecisionDay(options.as_of);
  if (!day) return Fail(day.error());
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kRead);
  if (!store) return Fail(store.error());
  const auto filter = FilterOf({.accounts = options.accounts}, {store->get()});
  if (!filter) return Fail(filter.error());
  Trend trend({*goals, *day, &*book, options.owner});
  const auto tallies = (*store)->Tallies(*filter);
  if (!tallies) return Fail(tallies.error());
  for (const AuditTally& tally : *tallies) trend.Add(tally);
  const Status status =
      (*store)->ForEachFinding(*filter, [&](const FindingInPost& found) -> Status {
        trend.Add(found);
        return {};
      });
  if (!status) return Fail(status.error());
  return trend.Summary();
}

ExitCode ShowTrend(const TrendCommandOptions& options) {
  const Result<TrendSummary> trend = Summarise(options);
  if (!trend) return PrintError(trend.error()), ExitCode::kCannotRun;
  if (options.answer.format == AnswerSetup::Format::kSvg && trend->months.empty()) {
    PrintError({ErrorCode::kUsage, "there are no posts with a date to draw.", {options.store}});
    return ExitCode::kCannotRun;
  }
  return ExitAfter(WriteAnswer(options.answer, [&](const TextLayout& layout, std::string& out) {
    switch (options.answer.format) {
      case AnswerSetup::Format::kJson:
        return AppendTrendJson(*trend, out);
      case AnswerSetup::Format::kSvg:
        return AppendTrendChart(*trend, "trend", out);
      case AnswerSetup::Format::kText:
        break;
    }
    AppendTrendText(*trend, layout, out);
  }));
}

}  // namespace

void AddAuditTrendCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command =
      audit.add_subcommand("trend", "Tell month by month how many findings there are");
  auto options = std::make_shared<TrendCommandOptions>();
  AddStoreArgument(*command, options->store);
  command->add_option("--policy", options->policy, "The policy that sets baseline and target")
      ->type_name("FILE");
  AddAccountOption(*command, options->accounts);
  AddAccountsFileOption(*command, options->accounts_file);
  command->add_option("--owner", options->owner, "Only accounts that NAME answers for")
      ->type_name("NAME");
  AddDecisionDayOption(*command, options->as_of);
  AddAnswerOptions(*command, options->answer, Charts::kSvg);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = ShowTrend(*options); });
}

}  // namespace gatepost
