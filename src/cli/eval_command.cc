#include <array>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/eval_run.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/written_file.h"
#include "pattern/load_policy.h"
#include "report/evaluation_report.h"
#include "report/phrases_json.h"
#include "report/terminal_text.h"
#include "tune/baseline.h"
#include "tune/figures.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxBaselineBytes = 16 << 20;

// As typed.
struct EvalOptions {
  std::vector<std::string> corpora;
  std::vector<std::string> patterns;
  std::string policy;
  std::string channel;
  std::string as_of;
  std::string baseline;
  std::string written_baseline;
  std::string written_phrases;
  EvaluationOptions measure;
  Split split = Split::kNone;
  bool is_json = false;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost patterns eval labelled.jsonl\n"
    "  gatepost patterns eval --split train --misses --alarms labelled.jsonl\n"
    "  gatepost patterns eval --at any -f json labelled.jsonl\n"
    "  gatepost patterns eval --baseline baseline.json labelled.jsonl\n"
    "  gatepost patterns eval --write-baseline baseline.json labelled.jsonl\n"
    "\n"
    "Exit status: 0 measured, and no figure below the baseline; 1 some figure is; 2 could not "
    "run;\n"
    "3 a post could not be wholly looked at, or there was none.\n";

// Of the posts that are measured.
std::string NameOfPosts(Split split) {
  return split == Split::kNone ? "all" : std::string(NameOf(split));
}

Result<ScanOptions> ScanOptionsOf(const EvalOptions& options) {
  ScanOptions scan{.channel = options.channel,
                   .as_of = Today(),
                   .makes_suggestions = false,
                   .keeps_phrases = options.measure.lists_phrases};
  if (options.as_of.empty()) return scan;
  const auto day = ParseDay(options.as_of);
  if (!day) return Fail(day.error());
  scan.as_of = *day;
  return scan;
}

std::string FixedPlaces(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

// Tells what fell; true if nothing did.
bool HoldsAgainst(const Baseline& baseline, const Baseline& now) {
  if (baseline.corpus != now.corpus) {
    PrintNote("the baseline was measured with other posts; --write-baseline writes a new one.");
  }
  const std::vector<Fall> falls = FallsBelow(baseline, now);
  for (const Fall& fall : falls) {
    PrintNote(fall.is ? fall.figure + " is " + FixedPlaces(*fall.is) + ", " +
                            FixedPlaces(fall.was - *fall.is) + " below the baseline"
                      : fall.figure + " is in the baseline, and there is nothing to measure it");
  }
  return falls.empty();
}

// The baseline asked for, which must be of the same action and split; nullopt if none is.
Result<std::optional<Baseline>> ReadBaseline(const std::string& path,
                                             const EvaluationContext& context) {
  if (path.empty()) return std::nullopt;
  const Result<std::string> json = ReadFile(path, kMaxBaselineBytes);
  if (!json) return Fail(json.error());
  Result<Baseline> baseline = ParseBaseline(*json, path);
  if (!baseline) return Fail(baseline.error());
  if (baseline->at != context.at || baseline->split != context.split) {
    return Fail(ErrorCode::kUsage,
                "was measured with --at " + baseline->at + " and --split " + baseline->split +
                    ": measure with the same.",
                {path});
  }
  return std::move(*baseline);
}

// The figures of a run without weights are no set's.
Status CheckPhrases(const EvalOptions& options) {
  const bool has_baseline = !options.baseline.empty() || !options.written_baseline.empty();
  if (options.written_phrases.empty() || !has_baseline) return {};
  return Fail(ErrorCode::kUsage,
              "weights do not count while phrases are written: measure in a run of its own.");
}

Status WriteTo(const std::string& path, std::string text) {
  Result<Output> output = Output::Open(path);
  if (!output) return Fail(output.error());
  if (Status status = output->Write(text); !status) return status;
  return output->Close();
}

void TellWhatWasLeftOut(const EvaluationResult& result) {
  for (const auto& [pattern, labels] : result.left_out) {
    PrintNote("no pattern has the id \"" + pattern + "\": " + Counted(labels, "label") +
              " left out.");
  }
  if (result.posts == 0) PrintNote("there was no post to measure.");
  if (result.incomplete > 0) {
    PrintNote(Counted(result.incomplete, "post") + " could not be wholly looked at.");
  }
}

Status Report(const EvalOptions& options, const EvaluationContext& context,
              const EvaluationResult& result) {
  std::string out;
  options.is_json ? AppendEvaluationJson(context, result, out)
                  : AppendEvaluationText(context, result, out);
  if (Status status = WriteTo("-", std::move(out)); !status) return status;
  TellWhatWasLeftOut(result);
  return {};
}

Result<ExitCode> Measure(const EvalOptions& options, const Scanner& scanner) {
  const EvaluationContext context{scanner.set(), scanner.policy().name,
                                  std::string(NameOf(options.measure.at)),
                                  NameOfPosts(options.split)};
  const auto baseline = ReadBaseline(options.baseline, context);
  if (!baseline) return Fail(baseline.error());
  Evaluation evaluation(scanner.set(), options.measure);
  EvalRun run(scanner, evaluation, options.split);
  for (const std::string& corpus : options.corpora) {
    if (Status status = run.Add(corpus); !status) return Fail(status.error());
  }
  const EvaluationResult& result = evaluation.result();
  const Baseline now{context.at, context.split, run.CorpusHash(), FiguresOf(result, context.set)};
  if (Status status = Report(options, context, result); !status) return Fail(status.error());
  if (!options.written_phrases.empty()) {
    std::string lines;
    for (const PhrasesOfFinding& each : result.phrases) AppendPhrasesJson(each, lines);
    const Status written = WriteTo(options.written_phrases, std::move(lines));
    if (!written) return Fail(written.error());
    PrintNote("weights did not count: these figures are those without them.");
  }
  if (*baseline && !HoldsAgainst(**baseline, now)) return ExitCode::kFound;
  if (result.posts == 0 || result.incomplete > 0) return ExitCode::kIncomplete;
  if (options.written_baseline.empty()) return ExitCode::kClean;
  const Status written = WriteTo(options.written_baseline, ToJson(now));
  if (!written) return Fail(written.error());
  return ExitCode::kClean;
}

ExitCode Eval(const EvalOptions& options) {
  if (const Status status = CheckPhrases(options); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  const Result<ScanOptions> scan_options = ScanOptionsOf(options);
  if (!scan_options) return PrintError(scan_options.error()), ExitCode::kCannotRun;
  const auto set = LoadPatterns(options.patterns, Proofs::kNotNeeded);
  if (!set) return PrintErrors(set.error()), ExitCode::kCannotRun;
  auto policy = LoadPolicy(options.policy, (*set)->patterns());
  if (!policy) return PrintErrors(policy.error()), ExitCode::kCannotRun;
  const Scanner scanner(*set, std::move(*policy), *scan_options);
  const Result<ExitCode> exit_code = Measure(options, scanner);
  if (!exit_code) return PrintError(exit_code.error()), ExitCode::kCannotRun;
  return *exit_code;
}

void AddMeasureOptions(CLI::App& command, EvalOptions& options) {
  AddChoice<FoundAt>(
      command, {"--at", "Least action of a finding that counts; any: all do [review]"},
      options.measure.at,
      {{"review", FoundAt::kReview}, {"block", FoundAt::kBlock}, {"any", FoundAt::kAny}});
  AddChoice<Split>(command, {"--split", "Only these posts [all]"}, options.split,
                   {{"train", Split::kTrain}, {"held", Split::kHeld}, {"all", Split::kNone}});
  AddPolicyOptions(command, options.policy, options.channel);
  AddPatternsOption(command, options.patterns);
  AddDayOption(command, options.as_of);
}

void AddReportOptions(CLI::App& command, EvalOptions& options) {
  AddChoice<bool>(command, {"-f,--format", "Report format [text]"}, options.is_json,
                  {{"text", false}, {"json", true}});
  command.add_flag("--misses", options.measure.lists_misses,
                   "List the labels that were not found, or not with their edges");
  command.add_flag("--alarms", options.measure.lists_alarms,
                   "List the findings that are no label's");
  command.add_flag("--show-values", options.measure.shows_values,
                   "Show the values in these lists; without it they are masked");
  command
      .add_option("--baseline", options.baseline,
                  "Compare with the figures in FILE: exit status 1 if one is lower now")
      ->type_name("FILE");
  NamesWrittenFile(
      command,
      command.add_option("--write-baseline", options.written_baseline, "Write the figures to FILE"),
      {.may_be = "--baseline"});
  NamesWrittenFile(
      command,
      command.add_option(
          "--write-phrases", options.written_phrases,
          "Write the phrases around each finding of a pattern with [weights] to FILE, as "
          "JSON lines, to learn from; it has words of the posts. Weights do not count meanwhile"));
}

}  // namespace

void AddEvalCommand(CLI::App& patterns, ExitCode& exit_code) {
  CLI::App* command = patterns.add_subcommand(
      "eval", "Measure the set on labelled posts: precision, recall, false alarms");
  auto options = std::make_shared<EvalOptions>();
  command
      ->add_option("corpus", options->corpora,
                   "Labelled posts, one a line, as JSON; - is standard input")
      ->type_name("CORPUS")
      ->required();
  AddMeasureOptions(*command, *options);
  AddReportOptions(*command, *options);
  command->footer(kFooter);
  command->callback([options, &exit_code] {
    options->measure.lists_phrases = !options->written_phrases.empty();
    exit_code = Eval(*options);
  });
}

}  // namespace gatepost
