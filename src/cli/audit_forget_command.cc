#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "audit/value_search.h"
#include "base/day.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/confirmation.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// As typed.
struct ForgetOptions {
  std::string store;
  ValueSetup values;
  std::string before;  // of `purge`
  bool is_confirmed = false;
};

constexpr const char* kNotTouched =
    " Backups of the store, reports of it and the exports themselves are not touched: see to them "
    "yourself.";

// Asks, unless that is settled; false if the answer is no.
Result<bool> MayRemove(const ForgetOptions& options, const std::string& what) {
  if (options.is_confirmed) return true;
  return IsConfirmed("Remove " + what + " from " + Printable(options.store) + " for good?");
}

// Of the findings that `is_wanted` holds for.
template <class IsWanted>
Result<uint64_t> CountFindings(const Store& store, const IsWanted& is_wanted) {
  uint64_t count = 0;
  const Status status = store.ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    if (is_wanted(found)) ++count;
    return {};
  });
  if (!status) return Fail(status.error());
  return count;
}

ExitCode TellRemoved(const ForgetOptions& options, const Result<uint64_t>& removed) {
  if (!removed) return PrintError(removed.error()), ExitCode::kCannotRun;
  PrintNote(options.store + ": " + Counted(*removed, "finding") + " removed." + kNotTouched);
  return ExitCode::kClean;
}

ExitCode RemoveIfMay(const ForgetOptions& options, const std::string& what,
                     const std::function<Result<uint64_t>()>& remove) {
  const Result<bool> may = MayRemove(options, what);
  if (!may) return PrintError(may.error()), ExitCode::kCannotRun;
  if (!*may) return PrintNote("nothing was removed."), ExitCode::kClean;
  return TellRemoved(options, remove());
}

ExitCode Forget(const ForgetOptions& options) {
  if (options.values.value_file.empty()) {
    PrintError({ErrorCode::kUsage, "give the values to forget with --value-file.", {}});
    return ExitCode::kCannotRun;
  }
  const auto parts = LoadValueParts(options.values);
  if (!parts) return PrintErrors(parts.error()), ExitCode::kCannotRun;
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kChange);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  const Result<std::string> lines = ReadLinesOf(options.values.value_file);
  if (!lines) return PrintError(lines.error()), ExitCode::kCannotRun;
  ValueSearch search(parts->set, parts->keyring);
  search.AddLines(*lines);
  for (const uint32_t line : search.unknown_lines()) {
    PrintNote("line " + std::to_string(line) +
              ": no pattern knows this value, and nothing of it was looked for.");
  }
  const auto count = CountFindings(**store, [&](const FindingInPost& found) {
    return search.LinesOf(found.finding) != nullptr;
  });
  if (!count) return PrintError(count.error()), ExitCode::kCannotRun;
  const ExitCode exit_code =
      RemoveIfMay(options,
                  Counted(*count, "finding") + " of " + Counted(search.values(), "value") +
                      ", and what was decided about them,",
                  [&] { return (*store)->Forget(search.fingerprints()); });
  const bool is_done = exit_code == ExitCode::kClean && search.unknown_lines().empty();
  return is_done || exit_code != ExitCode::kClean ? exit_code : ExitCode::kIncomplete;
}

ExitCode Purge(const ForgetOptions& options) {
  const auto day = ParseDay(options.before);
  if (!day) return PrintError(day.error()), ExitCode::kCannotRun;
  const Time before(*day);
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kChange);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  const auto count = CountFindings(**store, [&](const FindingInPost& found) {
    return found.post.published && *found.post.published < before;
  });
  if (!count) return PrintError(count.error()), ExitCode::kCannotRun;
  return RemoveIfMay(options,
                     Counted(*count, "finding") + " in posts published before " + DayText(*day),
                     [&] { return (*store)->Purge(before); });
}

void AddYes(CLI::App& command, ForgetOptions& options) {
  command.add_flag("--yes", options.is_confirmed, "Do not ask");
}

void AddForget(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* forget = audit.add_subcommand("forget", "Remove all that a store holds about values");
  auto options = std::make_shared<ForgetOptions>();
  AddStoreArgument(*forget, options->store);
  AddValueOptions(*forget, options->values);
  AddYes(*forget, *options);
  forget->footer(
      "Examples:\n"
      "  gatepost audit forget council.db --value-file request.txt --key-file council.key\n"
      "\n"
      "Each line is a value, as anybody would write it. Its findings, what was decided about them\n"
      "and the kept texts of their posts are removed, so that no trace of them is left in the "
      "file.\n"
      "\n"
      "Exit status: 0 done, or nothing to do; 2 could not run; 3 some values no pattern knows.\n");
  forget->callback([options, &exit_code] { exit_code = Forget(*options); });
}

void AddPurge(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* purge = audit.add_subcommand("purge", "Remove all that a store holds of old posts");
  auto options = std::make_shared<ForgetOptions>();
  AddStoreArgument(*purge, options->store);
  purge->add_option("--before", options->before, "Posts published before that day")
      ->type_name("DATE")
      ->required();
  AddYes(*purge, *options);
  purge->footer(
      "Examples:\n"
      "  gatepost audit purge council.db --before 2020-01-01\n"
      "\n"
      "Posts without a date are kept.\n"
      "\n"
      "Exit status: 0 done, or nothing to do; 2 could not run.\n");
  purge->callback([options, &exit_code] { exit_code = Purge(*options); });
}

}  // namespace

void AddAuditForgetCommand(CLI::App& audit, ExitCode& exit_code) {
  AddForget(audit, exit_code);
  AddPurge(audit, exit_code);
}

}  // namespace gatepost
