#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/check_run.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/scan_setup.h"
#include "cli/terminal.h"
#include "cli/written_file.h"

namespace gatepost {
namespace {

enum class Format : uint8_t { kText, kJson, kJsonl };

// As typed; turned into the scanner's own terms before anything runs.
struct CheckOptions {
  ScanSetup scan;
  std::vector<std::string> texts;
  Format format = Format::kText;
  std::string output;
  FailOn fail_on = FailOn::kReview;
  bool shows_values = false;
  ColourChoice colour = ColourChoice::kAuto;
  std::string key_file;
  bool names_retired = false;
};

// A run with all that it borrows.
struct CheckWork {
  CheckWork(ScanParts parts, Output to, const CheckOptions& options, size_t threads);

  Output output;
  Scanner scanner;
  std::unique_ptr<ReportWriter> report;
  CheckRun run;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost check draft.txt\n"
    "  echo \"Ring me on 07700 900123\" | gatepost check\n"
    "  gatepost check --jsonl posts.jsonl -f jsonl -o verdicts.jsonl\n"
    "  gatepost check --policy council.toml --channel x --fail-on block -\n"
    "  gatepost check --thread question.txt our-answer.txt\n"
    "\n"
    "Exit status: 0 nothing to act on; 1 an action at or above --fail-on; 2 could not run;\n"
    "3 something could not be looked at. A hook should hold a post back unless it is 0.\n"
    "Prefer standard input or a file to --text: an argument stays in the shell's history.\n";

std::unique_ptr<ReportWriter> MakeReport(const CheckOptions& options, int descriptor) {
  const ReportOptions report{options.shows_values, UsesColour(options.colour, descriptor),
                             TerminalWidth(descriptor)};
  switch (options.format) {
    case Format::kJson:
      return MakeJsonReport(report);
    case Format::kJsonl:
      return MakeJsonlReport(report);
    case Format::kText:
      break;
  }
  return MakeTextReport(report);
}

CheckWork::CheckWork(ScanParts parts, Output to, const CheckOptions& options, size_t threads)
    : output(std::move(to)),
      scanner(std::move(parts.set), std::move(parts.policy), std::move(parts.options)),
      report(MakeReport(options, output.descriptor())),
      run(scanner, *report, output, {options.fail_on, DefaultsOf(options.scan), threads}) {}

// The files named, or standard input.
std::vector<std::string> FilesOf(const CheckOptions& options) {
  if (!options.scan.files.empty() || !options.texts.empty()) return options.scan.files;
  return {"-"};
}

Status ReadInputs(const CheckOptions& options, const std::vector<std::string>& files,
                  CheckRun& run) {
  if (options.scan.files.empty() && !files.empty() && IsTerminal(STDIN_FILENO)) {
    PrintNote("reading the post from standard input; end it with Ctrl-D.");
  }
  for (size_t i = 0; i < options.texts.size(); ++i) {
    const std::string name = options.texts.size() == 1 ? "text" : "text " + std::to_string(i + 1);
    if (Status status = run.inputs().ReadDraft(name, options.texts[i]); !status) return status;
  }
  for (const std::string& file : files) {
    InputReader& inputs = run.inputs();
    Status status = options.scan.is_jsonl ? inputs.ReadJsonl(file) : inputs.ReadDraftFile(file);
    if (!status) return status;
  }
  return run.Finish();
}

// `work` is left as it is in the end: to take it down would be a tenth of a short check. After
// kCannotRun it must be, to throw away what is half written.
ExitCode CheckPosts(const CheckOptions& options, std::optional<CheckWork>& work) {
  auto parts = LoadScanParts(options.scan);
  if (!parts) return PrintErrors(parts.error()), ExitCode::kCannotRun;
  auto keyring = LoadKeyring(options.key_file, parts->policy);
  if (!keyring) return PrintError(keyring.error()), ExitCode::kCannotRun;
  if (options.names_retired && !*keyring) {
    PrintError({ErrorCode::kUsage, "--retired-keys needs a key: name one with --key-file.", {}});
    return ExitCode::kCannotRun;
  }
  parts->options.keyring = std::move(*keyring);
  parts->options.names_retired = options.names_retired;
  Result<Output> output = Output::Open(options.output);
  if (!output) return PrintError(output.error()), ExitCode::kCannotRun;
  const std::vector<std::string> files = FilesOf(options);
  const Status checked =
      CheckInputs(files, *output, "the report would be written into the file that is checked");
  if (!checked) return PrintError(checked.error()), ExitCode::kCannotRun;

  work.emplace(std::move(*parts), std::move(*output), options,
               ThreadsFor(options.scan, options.texts.size() + files.size()));
  CheckRun& run = work->run;
  if (const Status status = ReadInputs(options, files, run); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  if (run.exit_code() == ExitCode::kCannotRun) {
    PrintErrors(run.inputs().unread());
    return ExitCode::kCannotRun;
  }
  if (const Status status = work->output.Close(); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  return run.exit_code();
}

void AddKeyOptions(CLI::App& command, CheckOptions& options) {
  command
      .add_option("--key-file", options.key_file,
                  "Give findings fingerprints under the key in FILE, instead of the policy's")
      ->type_name("FILE");
  command.add_flag("--retired-keys", options.names_retired,
                   "Give fingerprints under the key file's retired keys, too, to carry marks over");
}

void AddReportOptions(CLI::App& command, CheckOptions& options) {
  AddChoice<Language>(command, {"--lang", "Language of advice, safe text and the text report [en]"},
                      options.scan.language,
                      {{"en", Language::kEnglish}, {"cy", Language::kWelsh}});
  AddChoice<Format>(command, {"-f,--format", "Report format [text]"}, options.format,
                    {{"text", Format::kText}, {"json", Format::kJson}, {"jsonl", Format::kJsonl}});
  NamesWrittenFile(command, command.add_option("-o,--output", options.output,
                                               "Write the report to FILE; - is standard output"));
  AddChoice<FailOn>(
      command, {"--fail-on", "Least action that makes the exit status 1 [review]"}, options.fail_on,
      {{"review", FailOn::kReview}, {"block", FailOn::kBlock}, {"never", FailOn::kNever}});
  command.add_flag("--show-values", options.shows_values,
                   "Show the values that were found; without it they are masked");
  AddChoice<ColourChoice>(command, {"--color,--colour", "Colours [auto]"}, options.colour,
                          {{"auto", ColourChoice::kAuto},
                           {"always", ColourChoice::kAlways},
                           {"never", ColourChoice::kNever}});
}

}  // namespace

void AddCheckCommand(CLI::App& app, ExitCode& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Say of posts whether they can be published");
  auto options = std::make_shared<CheckOptions>();
  auto work = std::make_shared<std::optional<CheckWork>>();
  command->add_option("--text", options->texts, "The post itself; may be given again")
      ->type_name("TEXT")
      ->expected(1)
      ->allow_extra_args(false)  // else "[a, b]" would be two texts
      ->take_all();
  AddInputOptions(*command, options->scan);
  AddScanOptions(*command, options->scan);
  AddKeyOptions(*command, *options);
  AddReportOptions(*command, *options);
  command->footer(kFooter);
  command->callback([options, work, &exit_code] {
    exit_code = CheckPosts(*options, *work);
    if (exit_code == ExitCode::kCannotRun) work->reset();
  });
}

}  // namespace gatepost
