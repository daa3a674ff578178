#include <unistd.h>

#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/check_run.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/terminal.h"
#include "pattern/load_policy.h"

namespace gatepost {
namespace {

enum class Format : uint8_t { kText, kJson, kJsonl };

// As typed; turned into the scanner's own terms before anything runs.
struct CheckOptions {
  std::vector<std::string> files;
  std::vector<std::string> texts;
  bool is_jsonl = false;
  PostKind kind = PostKind::kOwn;
  bool is_conversation = false;
  uint32_t threads = 0;  // 0: one for each core
  Format format = Format::kText;
  std::string output;
  FailOn fail_on = FailOn::kReview;
  std::string policy;
  std::string channel;
  std::vector<std::string> patterns;
  bool shows_values = false;
  ColourChoice colour = ColourChoice::kAuto;
  std::string max_post;
  std::string as_of;
  std::string key_file;
  bool names_retired = false;
  Language language = Language::kEnglish;
};

constexpr uint32_t kMaxThreads = 1024;

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

// The files named, or standard input. Refuses what cannot end well.
Result<std::vector<std::string>> FilesOf(const CheckOptions& options, const Output& output) {
  std::vector<std::string> files = options.files;
  if (files.empty() && options.texts.empty()) files.emplace_back("-");
  if (std::count(files.begin(), files.end(), "-") > 1) {
    return Fail(ErrorCode::kUsage, "standard input can be read only once: give - once.");
  }
  for (const std::string& file : files) {
    if (!output.WouldOverwrite(file)) continue;
    return Fail(ErrorCode::kUsage,
                "the report would be written into the file that is checked: name another output.");
  }
  return files;
}

Status ReadInputs(const CheckOptions& options, const std::vector<std::string>& files,
                  CheckRun& run) {
  if (options.files.empty() && !files.empty() && IsTerminal(STDIN_FILENO)) {
    PrintNote("reading the post from standard input; end it with Ctrl-D.");
  }
  for (size_t i = 0; i < options.texts.size(); ++i) {
    const std::string name = options.texts.size() == 1 ? "text" : "text " + std::to_string(i + 1);
    if (Status status = run.inputs().ReadDraft(name, options.texts[i]); !status) return status;
  }
  for (const std::string& file : files) {
    InputReader& inputs = run.inputs();
    Status status = options.is_jsonl ? inputs.ReadJsonl(file) : inputs.ReadDraftFile(file);
    if (!status) return status;
  }
  return run.Finish();
}

// A draft is one post, so that more threads than drafts would have nothing to do.
size_t ThreadsFor(const CheckOptions& options, size_t files) {
  const size_t wanted =
      options.threads == 0 ? std::thread::hardware_concurrency() : options.threads;
  if (options.is_jsonl) return std::max<size_t>(wanted, 1);
  return std::clamp<size_t>(options.texts.size() + files, 1, std::max<size_t>(wanted, 1));
}

Result<ScanOptions> ScanOptionsOf(const CheckOptions& options) {
  ScanOptions scan{kDefaultMaxPostBytes, options.channel, Today(), true};
  scan.names_retired = options.names_retired;
  scan.language = options.language;
  if (!options.max_post.empty()) {
    const auto size = ParseSize(options.max_post);
    if (!size) return Fail(size.error());
    scan.max_post_bytes = *size;
  }
  if (!options.as_of.empty()) {
    const auto day = ParseDay(options.as_of);
    if (!day) return Fail(day.error());
    scan.as_of = *day;
  }
  return scan;
}

ExitCode CheckPosts(const CheckOptions& options) {
  Result<ScanOptions> scan_options = ScanOptionsOf(options);
  if (!scan_options) return PrintError(scan_options.error()), ExitCode::kCannotRun;
  const auto set = LoadPatterns(options.patterns, Proofs::kNotNeeded);
  if (!set) return PrintErrors(set.error()), ExitCode::kCannotRun;
  auto policy = LoadPolicy(options.policy, (*set)->patterns());
  if (!policy) return PrintErrors(policy.error()), ExitCode::kCannotRun;
  if (!options.channel.empty() && !policy->channels.contains(options.channel)) {
    PrintNote("policy \"" + policy->name + "\" has no channel \"" + options.channel +
              "\": its rules for all channels hold.");
  }
  auto keyring = LoadKeyring(options.key_file, *policy);
  if (!keyring) return PrintError(keyring.error()), ExitCode::kCannotRun;
  if (options.names_retired && !*keyring) {
    PrintError({ErrorCode::kUsage, "--retired-keys needs a key: name one with --key-file.", {}});
    return ExitCode::kCannotRun;
  }
  scan_options->keyring = std::move(*keyring);
  Result<Output> output = Output::Open(options.output);
  if (!output) return PrintError(output.error()), ExitCode::kCannotRun;
  const auto files = FilesOf(options, *output);
  if (!files) return PrintError(files.error()), ExitCode::kCannotRun;

  const Scanner scanner(*set, std::move(*policy), *scan_options);
  const auto report = MakeReport(options, output->descriptor());
  CheckRun run(
      scanner, *report, *output,
      {options.fail_on, options.kind, options.is_conversation, ThreadsFor(options, files->size())});
  if (const Status status = ReadInputs(options, *files, run); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  if (run.exit_code() == ExitCode::kCannotRun) {
    PrintErrors(run.inputs().unread());
    return ExitCode::kCannotRun;
  }
  if (const Status status = output->Close(); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  return run.exit_code();
}

void AddScanOptions(CLI::App& command, CheckOptions& options) {
  AddChoice<PostKind>(command,
                      {"--kind", "What drafts are; posts of --jsonl say it themselves [own]"},
                      options.kind,
                      {{"own", PostKind::kOwn},
                       {"reply", PostKind::kReply},
                       {"repost", PostKind::kRepost},
                       {"inbound", PostKind::kInbound}});
  AddPolicyOptions(command, options.policy, options.channel);
  AddPatternsOption(command, options.patterns);
  command.add_option("--max-post", options.max_post, "Largest post that is looked at [16MiB]")
      ->type_name("SIZE");
  AddDayOption(command, options.as_of);
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
                      options.language, {{"en", Language::kEnglish}, {"cy", Language::kWelsh}});
  AddChoice<Format>(command, {"-f,--format", "Report format [text]"}, options.format,
                    {{"text", Format::kText}, {"json", Format::kJson}, {"jsonl", Format::kJsonl}});
  command
      .add_option("-o,--output", options.output, "Write the report to FILE; - is standard output")
      ->type_name("FILE");
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
  command
      ->add_option("files", options->files, "Drafts, one post a file; - or none is standard input")
      ->type_name("FILE");
  command->add_option("--text", options->texts, "The post itself; may be given again")
      ->type_name("TEXT")
      ->expected(1)
      ->allow_extra_args(false)  // else "[a, b]" would be two texts
      ->take_all();
  command->add_flag("--jsonl", options->is_jsonl, "The files hold one post a line, as JSON");
  command->add_flag("--thread", options->is_conversation,
                    "Posts that name no thread are, in this order, one conversation");
  command
      ->add_option("-j,--jobs", options->threads,
                   "Threads that scan, at most; 0 is one for each core [0]")
      ->type_name("N")
      ->check(CLI::Range(0U, kMaxThreads).description(""));
  AddScanOptions(*command, *options);
  AddKeyOptions(*command, *options);
  AddReportOptions(*command, *options);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = CheckPosts(*options); });
}

}  // namespace gatepost
