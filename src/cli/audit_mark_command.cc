#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/marking.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "report/marks_report.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// As typed.
struct MarkOptions {
  std::string store;
  std::vector<std::string> words;  // fingerprints, and what was decided about them
  std::string reason;
  std::string owner;
  std::string until;
  bool is_forced = false;
};

struct MarksOptions {
  std::string store;
  std::string as_of;
  AnswerSetup answer;
};

// What is to be done: a decision for each fingerprint, or none any more.
struct Marking {
  std::vector<std::string> fingerprints;
  std::optional<Decision> decision;
};

constexpr const char* kNone = "none";

constexpr const char* kMarkFooter =
    "Examples:\n"
    "  gatepost audit mark council.db hs1:3b1e6285:… removed --reason \"post deleted\"\n"
    "  gatepost audit mark council.db hs1:3b1e6285:… accepted --reason \"press officer, agreed\" "
    "\\\n"
    "    --owner \"J. Doe\" --until 2027-03-31\n"
    "  gatepost audit mark council.db - false --reason \"order numbers\" < fingerprints.txt\n"
    "  gatepost audit mark council.db hs1:3b1e6285:… none\n"
    "\n"
    "A mark is about all findings of a value, also those of later audits: accepted (known, and\n"
    "may stay), removed (taken out, or the post deleted), false (no personal data), none (no mark\n"
    "any more). A value that is published anew after it was removed is told by 'audit diff'.\n"
    "\n"
    "Exit status: 0 marked; 2 could not be.\n";

tl::unexpected<Error> Usage(std::string message) {
  return Fail(ErrorCode::kUsage, std::move(message));
}

Result<std::vector<std::string>> FingerprintsOf(const MarkOptions& options) {
  std::vector<std::string> fingerprints;
  for (size_t i = 0; i + 1 < options.words.size(); ++i) {
    if (options.words[i] != "-") {
      fingerprints.push_back(options.words[i]);
      continue;
    }
    const Result<std::string> lines = ReadLinesOf("-");
    if (!lines) return Fail(lines.error());
    for (std::string& line : SplitLines(*lines)) fingerprints.push_back(std::move(line));
  }
  if (fingerprints.empty()) return Usage("name at least one fingerprint before what was decided.");
  return fingerprints;
}

Result<Marking> MarkingOf(const MarkOptions& options) {
  Marking marking;
  const std::string& word = options.words.back();
  const std::optional<DecisionState> state = DecisionStateOf(word);
  if (!state && word != kNone) {
    return Usage("say behind the fingerprints what was decided: accepted, removed, false or none.");
  }
  auto fingerprints = FingerprintsOf(options);
  if (!fingerprints) return Fail(fingerprints.error());
  marking.fingerprints = std::move(*fingerprints);
  if (!state) return marking;
  if (options.reason.find_first_not_of(' ') == std::string::npos) {
    return Usage("say why with --reason: whoever reads the mark later has nothing else to go by.");
  }
  Decision decision;
  decision.state = *state;
  decision.reason = options.reason;
  decision.owner = options.owner;
  decision.made = Today();
  if (!options.until.empty()) {
    const auto until = ParseDay(options.until);
    if (!until) return Fail(until.error());
    if (*until < decision.made)
      return Usage("the day of --until is past: the mark would not count.");
    decision.until = *until;
  }
  marking.decision = std::move(decision);
  return marking;
}

// How many findings the marks are about.
Result<uint64_t> Apply(const MarkOptions& options, const Marking& marking) {
  const auto opened = SqliteStore::Open(options.store, SqliteStore::Access::kChange);
  if (!opened) return Fail(opened.error());
  Store& store = **opened;
  const auto values = FindNamed(store, marking.fingerprints);
  if (!values) return Fail(values.error());
  if (!options.is_forced) {
    const Status known =
        marking.decision ? CheckAllFound(store, *values) : CheckAllMarked(store, *values);
    if (!known) return Fail(known.error());
  }
  uint64_t findings = 0;
  for (const NamedValue& value : *values) {
    Decision decision = marking.decision.value_or(Decision{});
    decision.fingerprint = value.fingerprint;
    const Status status =
        marking.decision ? store.Decide(decision) : store.Undecide(value.fingerprint);
    if (!status) return Fail(status.error());
    findings += value.findings;
  }
  if (Status status = store.Flush(); !status) return Fail(status.error());
  return findings;
}

ExitCode MarkValues(const MarkOptions& options) {
  const Result<Marking> marking = MarkingOf(options);
  if (!marking) return PrintError(marking.error()), ExitCode::kCannotRun;
  const Result<uint64_t> findings = Apply(options, *marking);
  if (!findings) return PrintError(findings.error()), ExitCode::kCannotRun;
  PrintNote(options.store + ": " + Counted(marking->fingerprints.size(), "value") +
            (marking->decision ? " marked " + options.words.back() : " marked no longer") + ", " +
            Counted(*findings, "finding") + ".");
  return ExitCode::kClean;
}

ExitCode ListMarks(const MarksOptions& options) {
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kRead);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  const auto day = DecisionDay(options.as_of);
  if (!day) return PrintError(day.error()), ExitCode::kCannotRun;
  const Result<std::vector<Mark>> marks = MarksOf(**store, *day);
  if (!marks) return PrintError(marks.error()), ExitCode::kCannotRun;
  return ExitAfter(WriteAnswer(options.answer, [&](const TextLayout& layout, std::string& out) {
    if (options.answer.format == AnswerSetup::Format::kJson) return AppendMarksJson(*marks, out);
    AppendMarksText(*marks, layout, out);
  }));
}

void AddMark(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* mark =
      audit.add_subcommand("mark", "Keep what was decided about a value that was found");
  auto options = std::make_shared<MarkOptions>();
  AddStoreArgument(*mark, options->store);
  mark->add_option("values", options->words,
                   "Fingerprints, or - for those on standard input, one a line; and behind them "
                   "accepted, removed, false or none")
      ->type_name("FINGERPRINT")
      ->expected(2, -1)
      ->required();
  mark->add_option("--reason", options->reason, "Why; required")->type_name("TEXT");
  mark->add_option("--owner", options->owner, "Who decided")->type_name("NAME");
  mark->add_option("--until", options->until, "The last day on which the mark counts")
      ->type_name("DATE");
  mark->add_flag("--force", options->is_forced, "Also for fingerprints that no finding has");
  mark->footer(kMarkFooter);
  mark->callback([options, &exit_code] { exit_code = MarkValues(*options); });
}

void AddMarks(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* marks = audit.add_subcommand("marks", "List what was decided about values");
  auto options = std::make_shared<MarksOptions>();
  AddStoreArgument(*marks, options->store);
  AddDecisionDayOption(*marks, options->as_of);
  AddAnswerOptions(*marks, options->answer);
  marks->footer(
      "Examples:\n"
      "  gatepost audit marks council.db\n"
      "\n"
      "Marks that have run out are said to be so.\n"
      "\n"
      "Exit status: 0 listed; 2 could not run.\n");
  marks->callback([options, &exit_code] { exit_code = ListMarks(*options); });
}

}  // namespace

void AddAuditMarkCommand(CLI::App& audit, ExitCode& exit_code) {
  AddMark(audit, exit_code);
  AddMarks(audit, exit_code);
}

}  // namespace gatepost
