#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/redact_run.h"
#include "cli/scan_setup.h"
#include "cli/terminal.h"
#include "cli/written_file.h"

namespace gatepost {
namespace {

// As typed.
struct RedactOptions {
  ScanSetup scan;
  RedactionRules rules;
  std::string output;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost redact letter.txt -o letter-redacted.txt\n"
    "  echo \"Ring me on 07700 900123\" | gatepost redact\n"
    "  gatepost redact --jsonl posts.jsonl --as replace -o posts-redacted.jsonl\n"
    "  gatepost redact --policy council.toml --at block --as mask -\n"
    "\n"
    "What stands in the place of a value: label, what it was, [phone number]; mask, its shape,\n"
    "***** ****23; remove, nothing; replace, one of a range that nobody has, the same for the\n"
    "same value, or a label where no such range is published.\n"
    "\n"
    "What could not be looked at is withheld: [text withheld] stands there instead.\n"
    "\n"
    "Exit status: 0 all was read and written; 2 could not run; 3 something could not be looked\n"
    "at, or there was no post.\n";

Status ReadInputs(const ScanSetup& setup, const std::vector<std::string>& files, RedactRun& run) {
  if (setup.files.empty() && IsTerminal(STDIN_FILENO)) {
    PrintNote("reading the text from standard input; end it with Ctrl-D.");
  }
  InputReader& inputs = run.inputs();
  for (const std::string& file : files) {
    Status status = setup.is_jsonl ? inputs.ReadJsonl(file) : inputs.ReadDraftFile(file);
    if (!status) return status;
  }
  return run.Finish();
}

ExitCode RedactPosts(RedactOptions& options) {
  auto parts = LoadScanParts(options.scan);
  if (!parts) return PrintErrors(parts.error()), ExitCode::kCannotRun;
  Result<Output> output = Output::Open(options.output);
  if (!output) return PrintError(output.error()), ExitCode::kCannotRun;
  const std::vector<std::string> files =
      options.scan.files.empty() ? std::vector<std::string>{"-"} : options.scan.files;
  const Status checked =
      CheckInputs(files, *output, "the redacted text would be written into a file that is read");
  if (!checked) return PrintError(checked.error()), ExitCode::kCannotRun;

  options.rules.language = options.scan.language;
  const Scanner scanner(parts->set, std::move(parts->policy), parts->options);
  Redactor redactor(parts->set->patterns(), options.rules);
  RedactRun run(scanner, redactor, *output,
                {DefaultsOf(options.scan), ThreadsFor(options.scan, files.size())});
  if (const Status status = ReadInputs(options.scan, files, run); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  if (run.exit_code() == ExitCode::kCannotRun) return ExitCode::kCannotRun;
  if (const Status status = output->Close(); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  run.PrintSummary();
  return run.exit_code();
}

void AddRedactionOptions(CLI::App& command, RedactOptions& options) {
  RedactionRules& rules = options.rules;
  AddChoice<RedactAs>(command, {"--as", "What stands in the place of a value [label]"}, rules.way,
                      {{"label", RedactAs::kLabel},
                       {"mask", RedactAs::kMask},
                       {"remove", RedactAs::kRemove},
                       {"replace", RedactAs::kReplace}});
  AddChoice<Action>(
      command, {"--at", "Least action of a finding that is redacted; any: all are [review]"},
      rules.least,
      {{"review", Action::kReview}, {"block", Action::kBlock}, {"any", Action::kPass}});
  command.add_flag("--keep-invalid", rules.keeps_invalid,
                   "Keep texts with invalid UTF-8 or NULs, redacted as far as they can be read");
  AddChoice<Language>(command, {"--lang", "Language of labels [en]"}, options.scan.language,
                      {{"en", Language::kEnglish}, {"cy", Language::kWelsh}});
  NamesWrittenFile(command,
                   command.add_option("-o,--output", options.output,
                                      "Write the redacted text to FILE; - is standard output"));
}

}  // namespace

void AddRedactCommand(CLI::App& app, ExitCode& exit_code) {
  CLI::App* command = app.add_subcommand("redact", "Write posts with personal data taken out");
  auto options = std::make_shared<RedactOptions>();
  AddInputOptions(*command, options->scan);
  AddRedactionOptions(*command, *options);
  AddScanOptions(*command, options->scan);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = RedactPosts(*options); });
}

}  // namespace gatepost
