#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/output.h"
#include "pattern/lint.h"
#include "regex/trigger.h"
#include "report/patterns_json.h"
#include "report/terminal_text.h"
#include "tune/pattern_proof.h"
#include "tune/replacement_check.h"

namespace gatepost {
namespace {

struct PatternsOptions {
  std::vector<std::string> folders;
  std::vector<std::string> ids;
  bool is_json = false;
};

ExitCode Write(std::string text, ExitCode exit_code) {
  const Status status = WriteWhole("-", std::move(text));
  if (status) return exit_code;
  PrintError(status.error());
  return ExitCode::kCannotRun;
}

void AppendJson(const PatternSet& set, std::string& out) {
  JsonWriter json(out);
  WritePatterns(set, json);
  out += '\n';
}

void AppendTable(const PatternSet& set, std::string& out) {
  size_t id_width = 2;
  size_t name_width = 4;
  size_t category_width = 8;
  for (const Pattern& pattern : set.patterns()) {
    id_width = std::max(id_width, pattern.id.size());
    name_width = std::max(name_width, pattern.name.size());
    category_width = std::max(category_width, pattern.category.size());
  }
  const auto row = [&](const std::string& id, const std::string& name, const std::string& category,
                       const std::string& severity, const std::string& proofs) {
    out += Padded(id, id_width + 2) + Padded(name, name_width + 2) +
           Padded(category, category_width + 2) + Padded(severity, 10) + proofs + '\n';
  };
  row("ID", "NAME", "CATEGORY", "SEVERITY", "PROOFS");
  for (const Pattern& pattern : set.patterns()) {
    row(pattern.id, pattern.name, pattern.category, std::string(NameOf(pattern.severity)),
        std::to_string(pattern.examples.size()) + " matches, " +
            std::to_string(pattern.counter_examples.size()) + " no-matches");
  }
  out += '\n' + Counted(set.patterns().size(), "pattern") + " · set " + Printable(set.name()) +
         ' ' + set.hash().substr(0, 8) + '\n';
}

ExitCode List(const PatternsOptions& options) {
  const auto set = LoadPatterns(options.folders, Proofs::kNeeded);
  if (!set) return PrintErrors(set.error()), ExitCode::kCannotRun;
  std::string out;
  options.is_json ? AppendJson(**set, out) : AppendTable(**set, out);
  return Write(std::move(out), ExitCode::kClean);
}

void AppendTriggers(const Pattern& pattern, std::string& out) {
  for (const Variant& variant : pattern.variants) {
    const auto trigger = FindTrigger(variant.regex);
    out += "  " + pattern.id + (variant.name.empty() ? "" : " (" + variant.name + ")") +
           ": width " + std::to_string(variant.regex.min_width()) + "–" +
           std::to_string(variant.regex.max_width()) + ", trigger " +
           (trigger ? trigger->ToString() : "none: its required context stands in") + '\n';
  }
}

// Reads, lints and shows what every match must contain.
ExitCode CheckPatterns(const PatternsOptions& options) {
  const auto set = LoadPatterns(options.folders, Proofs::kNeeded);
  if (!set) {
    PrintErrors(set.error());
    PrintNote(Counted(set.error().size(), "error") + " in the pattern files.");
    return ExitCode::kCannotRun;
  }
  std::vector<LintFinding> findings = Lint((*set)->patterns());
  std::ranges::move(CheckReplacements(*set), std::back_inserter(findings));
  size_t errors = 0;
  for (const LintFinding& finding : findings) {
    if (finding.is_error) ++errors;
    PrintNote(finding.where.ToString() + (finding.is_error ? ": error: " : ": warning: ") +
              finding.pattern + ": " + finding.message);
  }
  std::string out = "Triggers, one of which every match contains:\n";
  for (const Pattern& pattern : (*set)->patterns()) AppendTriggers(pattern, out);
  out += '\n' + Counted((*set)->patterns().size(), "pattern") + ": " + Counted(errors, "error") +
         ", " + Counted(findings.size() - errors, "warning") + '\n';
  return Write(std::move(out), errors == 0 ? ExitCode::kClean : ExitCode::kCannotRun);
}

void AppendCounts(const PatternTestResult& result, std::string& out) {
  const TestCounts& counts = result.counts;
  out += (result.failures.empty() ? "ok    " : "FAIL  ") + result.pattern + ": " +
         Counted(counts.examples, "match") + ", " + Counted(counts.counters, "no-match") + ", " +
         std::to_string(counts.wrapped) + " wrapped, " + std::to_string(counts.flipped) +
         " changed values rejected (" + std::to_string(counts.unnoticed) + " pass by chance), " +
         std::to_string(counts.generated) + " generated\n";
  for (const TestFailure& failure : result.failures) {
    out += "      " + failure.where.ToString() + ": " + failure.message + '\n';
  }
}

bool IsChosen(const PatternsOptions& options, const std::string& id) {
  return options.ids.empty() ||
         std::find(options.ids.begin(), options.ids.end(), id) != options.ids.end();
}

// "reference and fast engines", "reference, hyperscan and fast engines".
std::string NamesOf(const EngineSets& sets) {
  std::string names;
  for (size_t i = 0; i < sets.size(); ++i) {
    if (i > 0) names += i + 1 < sets.size() ? ", " : " and ";
    names += sets[i]->matcher().name();
  }
  return names + " engines";
}

ExitCode Test(const PatternsOptions& options) {
  const auto set = LoadPatterns(options.folders, Proofs::kNeeded);
  if (!set) return PrintErrors(set.error()), ExitCode::kCannotRun;
  for (const std::string& id : options.ids) {
    const auto& all = (*set)->patterns();
    if (std::none_of(all.begin(), all.end(), [&](const Pattern& p) { return p.id == id; })) {
      PrintError({ErrorCode::kUsage,
                  "no pattern has the id \"" + id + "\"; 'gatepost patterns list' shows them all.",
                  {}});
      return ExitCode::kCannotRun;
    }
  }
  const auto sets = InEveryEngine(**set);
  if (!sets) return PrintError(sets.error()), ExitCode::kCannotRun;
  std::string out;
  size_t tested = 0;
  size_t failed = 0;
  for (size_t i = 0; i < (*set)->patterns().size(); ++i) {
    if (!IsChosen(options, (*set)->patterns()[i].id)) continue;
    const PatternTestResult result = TestPattern(*sets, PatternIndex(i), Today());
    ++tested;
    if (!result.failures.empty()) ++failed;
    AppendCounts(result, out);
  }
  out += '\n' + Counted(tested, "pattern") + " tested in the " + NamesOf(*sets) + ": " +
         std::to_string(failed) + " failed\n";
  return Write(std::move(out), failed == 0 ? ExitCode::kClean : ExitCode::kFound);
}

CLI::App* AddSubcommand(CLI::App& parent, const std::string& name, const std::string& help,
                        PatternsOptions& options) {
  CLI::App* command = parent.add_subcommand(name, help);
  AddPatternsOption(*command, options.folders);
  return command;
}

}  // namespace

void AddPatternsCommand(CLI::App& app, ExitCode& exit_code) {
  CLI::App* patterns =
      app.add_subcommand("patterns", "List, check, test, measure and format pattern files");
  patterns->require_subcommand(1);
  auto options = std::make_shared<PatternsOptions>();

  CLI::App* list = AddSubcommand(*patterns, "list", "Show every pattern of the set", *options);
  list->add_flag("--json", options->is_json, "As JSON");
  list->footer(
      "Examples:\n"
      "  gatepost patterns list\n"
      "  gatepost patterns list --patterns world --json\n"
      "\n"
      "Exit status: 0 listed; 2 a file cannot be used.\n");
  list->callback([options, &exit_code] { exit_code = List(*options); });

  CLI::App* check = AddSubcommand(
      *patterns, "check", "Read the files strictly; show each pattern's trigger and what it lacks",
      *options);
  check->footer(
      "Examples:\n"
      "  gatepost patterns check\n"
      "  gatepost patterns check --patterns my-patterns\n"
      "\n"
      "Exit status: 0 all files can be used; 2 one cannot.\n");
  check->callback([options, &exit_code] { exit_code = CheckPatterns(*options); });

  CLI::App* test = AddSubcommand(
      *patterns, "test", "Prove each pattern by its examples, changed values and generated strings",
      *options);
  test->add_option("ids", options->ids, "Only these patterns")->type_name("ID");
  test->footer(
      "Examples:\n"
      "  gatepost patterns test\n"
      "  gatepost patterns test uk.nhs_number uk.nino\n"
      "  gatepost patterns test --patterns my-patterns\n"
      "\n"
      "Exit status: 0 all is proven; 1 a test failed; 2 a file cannot be used.\n");
  test->callback([options, &exit_code] { exit_code = Test(*options); });

  AddEvalCommand(*patterns, exit_code);
  AddFmtCommand(*patterns, exit_code);
  AddSchemaCommand(*patterns, exit_code);

  patterns->footer(
      "Examples:\n"
      "  gatepost patterns list\n"
      "  gatepost patterns check --patterns my-patterns\n"
      "  gatepost patterns test uk.nhs_number\n"
      "  gatepost patterns eval labelled.jsonl\n"
      "  gatepost patterns fmt my-patterns\n"
      "\n"
      "Exit status: 0 all is well; 1 a test failed; 2 a file cannot be used.\n");
}

}  // namespace gatepost
