#include <algorithm>
#include <cerrno>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/completeness.h"
#include "audit/exposure.h"
#include "audit/sqlite_store.h"
#include "base/system_error.h"
#include "cli/audit_commands.h"
#include "cli/audit_report_options.h"
#include "cli/audit_watch.h"
#include "cli/check_run.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/program.h"
#include "cli/reading_setup.h"
#include "cli/scan_setup.h"
#include "cli/version.h"
#include "cli/written_file.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// As typed.
struct AuditCommandOptions {
  ScanSetup scan;
  std::string key_file;
  AuditReportSetup report;
  bool writes_report = false;
  AuditOptions audit;
  std::vector<std::string> map;  // "text=2"
  std::string max_unpacked;
  FailOn fail_on = FailOn::kReview;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit archive.zip --report council.html\n"
    "  gatepost audit archive.zip more/ posts.jsonl.zst --store council.db --key-file council.key\n"
    "  gatepost audit schedule.csv --map text=2,date=1\n"
    "  gatepost audit report council.db -f csv --since 2024-01-01 -o findings.csv\n"
    "\n"
    "Inputs are files and folders: exports as the platforms give them (X, Mastodon, Facebook,\n"
    "Instagram), schedules and other CSV, JSONL, JSON, Markdown, HTML, plain text; packed as zip,\n"
    "tar, gz, zst, xz or bz2, or not. What they are is told by what is in them.\n"
    "\n"
    "An audit that was stopped goes on where it was when the same command is run again. The store\n"
    "has no texts of posts unless --keep-text is given, and what was found is masked in it.\n"
    "\n"
    "Exit status: 0 nothing to act on; 1 an action at or above --fail-on; 2 could not run;\n"
    "3 something could not be read, there was no post, or the audit was stopped.\n";

// What the whole store comes to, for the exit status.
Result<ExitCode> ExitCodeOf(const Store& store, const AuditSummary& summary, FailOn fail_on,
                            std::chrono::sys_days today) {
  const Result<bool> is_found = HasFinding(store, [&](const FindingInPost& found) {
    if (StandingOf(found.finding, found.decision, today) != Standing::kOpen) return false;
    return fail_on == FailOn::kReview ||
           (fail_on == FailOn::kBlock && found.finding.action == "block");
  });
  if (!is_found) return Fail(is_found.error());
  if (*is_found) return ExitCode::kFound;
  const auto completeness = CompletenessOf(store);
  if (!completeness) return Fail(completeness.error());
  const bool is_complete = completeness->is_complete() && !summary.was_stopped;
  return is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
}

Status Prepare(AuditCommandOptions& options, ScanParts& parts) {
  auto keyring = LoadKeyring(options.key_file, parts.policy);
  if (!keyring) return Fail(keyring.error());
  parts.options.keyring = std::move(*keyring);
  parts.options.makes_suggestions = false;
  if (Status status = ReadMap(options.map, options.audit.read); !status) return status;
  if (!options.max_unpacked.empty()) {
    const auto size = ParseSize(options.max_unpacked, UINT64_MAX);
    if (!size) return Fail(size.error());
    options.audit.limits.max_bytes = *size;
  }
  options.audit.read.max_post_bytes = parts.options.max_post_bytes;
  options.audit.threads = ThreadsFor(options.scan, SIZE_MAX);
  options.audit.gatepost = ProgramVersion();
  options.audit.now = Now;
  options.audit.store_path = options.report.store;
  return {};
}

void TellOfStop(const AuditCommandOptions& options, const AuditSummary& summary) {
  PrintNote("stopped after " + Counted(summary.posts, "post") + "; what was read is kept in " +
            options.report.store + ". Run the same command again to go on.");
}

// The report that was asked for, and a summary for whoever sits there.
Status WriteReports(const Store& store, const AuditCommandOptions& options,
                    const AuditSummary& summary) {
  const bool is_elsewhere = options.writes_report && options.report.output != "-";
  if (options.writes_report) {
    if (Status status = WriteReport(store, options.report); !status) return status;
  }
  if (summary.was_stopped || (options.writes_report && !is_elsewhere)) return {};
  AuditReportSetup to_terminal = options.report;
  to_terminal.output = "-";
  if (is_elsewhere) to_terminal.format = "text";
  return WriteReport(store, to_terminal);
}

// Refuses to make a store for inputs of which none is there.
Status CheckInputsThere(const AuditCommandOptions& options) {
  std::error_code error;
  if (std::filesystem::exists(options.report.store, error)) return {};
  const auto may_be_there = [](const std::string& input) {
    std::error_code unknown;
    return input == "-" || std::filesystem::exists(input, unknown) || unknown;
  };
  const std::vector<std::string>& inputs = options.scan.files;
  if (std::any_of(inputs.begin(), inputs.end(), may_be_there)) return {};
  return Fail(Unreadable(ENOENT, inputs.front()));
}

ExitCode RunCommand(AuditCommandOptions& options) {
  auto parts = LoadScanParts(options.scan);
  if (!parts) return PrintErrors(parts.error()), ExitCode::kCannotRun;
  for (const Status& status : {Prepare(options, *parts), CheckInputsThere(options)}) {
    if (!status) return PrintError(status.error()), ExitCode::kCannotRun;
  }
  const auto store = SqliteStore::Open(options.report.store, SqliteStore::Access::kAudit);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  if (options.scan.as_of.empty()) {
    const auto runs = (*store)->Runs();
    if (!runs) return PrintError(runs.error()), ExitCode::kCannotRun;
    const AuditRun run =
        RunOf(*parts->set, parts->policy, parts->options.keyring.get(), options.audit.gatepost);
    // Its end is to be of the same day as its begin.
    if (const auto unfinished = UnfinishedRun(*runs, run)) {
      parts->options.as_of = unfinished->as_of;
    }
  }
  const std::chrono::sys_days day = parts->options.as_of;
  options.report.goals = parts->policy.audit;
  const Scanner scanner(parts->set, std::move(parts->policy), parts->options);
  AuditWatch watch;
  const auto summary = RunAudit(scanner, **store, options.audit, options.scan.files, watch);
  watch.Clear();
  if (!summary) return PrintError(summary.error()), ExitCode::kCannotRun;
  if (summary->was_stopped) TellOfStop(options, *summary);
  if (Status status = WriteReports(**store, options, *summary); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  if (!summary->has_read && !summary->was_stopped) return ExitCode::kCannotRun;
  const auto exit_code = ExitCodeOf(**store, *summary, options.fail_on, day);
  if (!exit_code) return PrintError(exit_code.error()), ExitCode::kCannotRun;
  return *exit_code;
}

void AddReadingOptions(CLI::App& command, AuditCommandOptions& options) {
  command.add_flag("--include-private", options.audit.read.includes_private,
                   "Read private messages, too");
  command
      .add_option("--map", options.map,
                  "What the columns of CSV files are: text=2,date=1; numbers from 1, or names")
      ->type_name("MAP")
      ->expected(1)
      ->take_all();
  command.add_flag("--again", options.audit.reads_again, "Read inputs that were read before, too");
  command.add_flag("--keep-text", options.audit.keeps_text,
                   "Keep the texts of posts with findings in the store");
  WalkLimits& limits = options.audit.limits;
  command.add_option("--max-depth", limits.max_depth, "Archives in archives that are read [4]")
      ->type_name("N");
  command.add_option("--max-entries", limits.max_entries, "Files of one archive [10000000]")
      ->type_name("N");
  command.add_option("--max-ratio", limits.max_ratio, "Unpacked bytes for each packed one [200]")
      ->type_name("N");
  command.add_option("--max-unpacked", options.max_unpacked, "Unpacked bytes of one input [16TiB]")
      ->type_name("SIZE");
  command
      .add_option("-j,--jobs", options.scan.threads,
                  "Threads that scan, at most; 0 is one for each core [0]")
      ->type_name("N")
      ->check(CLI::Range(0U, 1024U).description(""));
}

void AddResultOptions(CLI::App& command, AuditCommandOptions& options) {
  const std::string usual_store = "gatepost-audit.db";
  options.report.store = usual_store;
  command
      .add_option("--store", options.report.store,
                  "Where findings are kept, an SQLite file [gatepost-audit.db]")
      ->type_name("FILE");
  CLI::Option* const report = command.add_option_function<std::string>(
      "--report",
      [&options](const std::string& file) {
        options.report.output = file;
        options.writes_report = true;
      },
      "Write a report to FILE, in the format of its name: .html, .csv, .json, .sarif …");
  NamesWrittenFile(command, report, {.not_either = usual_store});
  AddReportFormatOption(command, "Format of the report [that of its name, else text]",
                        options.report);
  AddAccountsFileOption(command, options.report.accounts_file);
  AddChoice<FailOn>(
      command, {"--fail-on", "Least action that makes the exit status 1 [review]"}, options.fail_on,
      {{"review", FailOn::kReview}, {"block", FailOn::kBlock}, {"never", FailOn::kNever}});
  command
      .add_option("--key-file", options.key_file,
                  "Give findings fingerprints under the key in FILE, instead of the policy's")
      ->type_name("FILE");
}

}  // namespace

void AddAuditCommand(CLI::App& app, ExitCode& exit_code) {
  CLI::App* command =
      app.add_subcommand("audit", "Read archives of past posts, and report what they gave away");
  auto options = std::make_shared<AuditCommandOptions>();
  command
      ->add_option("inputs", options->scan.files, "Exports, files or folders; - is standard input")
      ->type_name("INPUT");
  AddResultOptions(*command, *options);
  AddReadingOptions(*command, *options);
  AddScanOptions(*command, options->scan);
  for (const AddCommand add :
       {AddAuditReportCommand, AddAuditTriageCommand, AddAuditMarkCommand, AddAuditTrendCommand,
        AddAuditDiffCommand, AddAuditFindCommand, AddAuditShowCommand, AddAuditVisibilityCommand,
        AddAuditForgetCommand, AddAuditMergeCommand}) {
    add(*command, exit_code);
  }
  command->require_subcommand(0, 1);
  command->footer(kFooter);
  command->callback([command, options, &exit_code] {
    if (!command->get_subcommands().empty()) return;
    if (options->scan.files.empty()) {
      throw CLI::RequiredError("INPUT, an export, file or folder to read, or a command");
    }
    exit_code = RunCommand(*options);
  });
}

}  // namespace gatepost
