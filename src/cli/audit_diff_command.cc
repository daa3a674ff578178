#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "audit/comparison.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/check_run.h"
#include "cli/choice.h"
#include "cli/finding_filter.h"
#include "cli/message.h"
#include "report/comparison_report.h"

namespace gatepost {
namespace {

// As typed.
struct DiffOptions {
  ComparedStores stores;
  FindingFilter filter;
  std::string as_of;
  size_t limit = 100;
  FailOn fail_on = FailOn::kReview;
  AnswerSetup answer;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit diff january.db february.db\n"
    "  gatepost audit diff january.db february.db --fail-on block -f json -o changes.json\n"
    "\n"
    "A finding is the same if it is of the same value in the same post, wherever in the post it\n"
    "stands. Both audits should be made with the same key (--key-file).\n"
    "\n"
    "Exit status: 0 nothing new to act on; 1 something new at or above --fail-on that nobody has\n"
    "decided about; 2 could not run.\n";

Result<Comparison> Compare(const DiffOptions& options) {
  const auto before = SqliteStore::Open(options.stores.before, SqliteStore::Access::kRead);
  if (!before) return Fail(before.error());
  const auto after = SqliteStore::Open(options.stores.after, SqliteStore::Access::kRead);
  if (!after) return Fail(after.error());
  ComparisonOptions compared;
  Result<AuditFilter> filter = FilterOf(options.filter, {before->get(), after->get()});
  if (!filter) return Fail(filter.error());
  compared.filter = std::move(*filter);
  const auto day = DecisionDay(options.as_of);
  if (!day) return Fail(day.error());
  compared.as_of = *day;
  compared.limit = options.limit;
  return CompareStores(**before, **after, compared);
}

ExitCode Diff(const DiffOptions& options) {
  const Result<Comparison> comparison = Compare(options);
  if (!comparison) return PrintError(comparison.error()), ExitCode::kCannotRun;
  const Status written =
      WriteAnswer(options.answer, [&](const TextLayout& layout, std::string& out) {
        if (options.answer.format == AnswerSetup::Format::kJson) {
          return AppendComparisonJson(*comparison, options.stores, out);
        }
        AppendComparisonText(*comparison, options.stores, layout, out);
      });
  if (!written) return ExitAfter(written);
  return Fails(options.fail_on, comparison->new_action) ? ExitCode::kFound : ExitCode::kClean;
}

}  // namespace

void AddAuditDiffCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command = audit.add_subcommand("diff", "Compare an audit with an earlier one");
  auto options = std::make_shared<DiffOptions>();
  command->add_option("before", options->stores.before, "The store of the earlier audit")
      ->type_name("FILE")
      ->required();
  command->add_option("after", options->stores.after, "The store of the later audit")
      ->type_name("FILE")
      ->required();
  AddFindingFilter(*command, options->filter);
  AddDecisionDayOption(*command, options->as_of);
  command
      ->add_option("--limit", options->limit,
                   "Findings listed of what is new, and of what is gone [100]")
      ->type_name("N");
  AddChoice<FailOn>(
      *command, {"--fail-on", "Least action that makes the exit status 1 [review]"},
      options->fail_on,
      {{"review", FailOn::kReview}, {"block", FailOn::kBlock}, {"never", FailOn::kNever}});
  AddAnswerOptions(*command, options->answer);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = Diff(*options); });
}

}  // namespace gatepost
