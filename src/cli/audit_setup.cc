#include "cli/audit_setup.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <utility>

#include "base/ascii.h"
#include "base/file.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/written_file.h"
#include "pattern/load_policy.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxValueBytes = 16 << 20;

}  // namespace

void AddStoreArgument(CLI::App& command, std::string& store) {
  command.add_option("store", store, "The store of an audit")->type_name("FILE")->required();
}

void AddAnswerOptions(CLI::App& command, AnswerSetup& setup, Charts charts) {
  using Format = AnswerSetup::Format;
  Choices<Format> formats{{"text", Format::kText}, {"json", Format::kJson}};
  if (charts == Charts::kSvg) formats.emplace_back("svg", Format::kSvg);
  AddChoice<Format>(command, {"-f,--format", "Format of the answer [text]"}, setup.format, formats);
  AddOutputOptions(command, setup.output, setup.colour);
}

void AddOutputOptions(CLI::App& command, std::string& output, ColourChoice& colour) {
  NamesWrittenFile(
      command, command.add_option("-o,--output", output, "Write to FILE; - is standard output"));
  AddChoice<ColourChoice>(command, {"--color,--colour", "Colours [auto]"}, colour,
                          {{"auto", ColourChoice::kAuto},
                           {"always", ColourChoice::kAlways},
                           {"never", ColourChoice::kNever}});
}

TextLayout LayoutOf(ColourChoice colour, const Output& output) {
  return {UsesColour(colour, output.descriptor()),
          std::max(kMinReportColumns, TerminalWidth(output.descriptor()))};
}

Status WriteAnswer(const AnswerSetup& setup, const AppendAnswer& append) {
  Result<Output> output = Output::Open(setup.output);
  if (!output) return Fail(output.error());
  std::string answer;
  append(LayoutOf(setup.colour, *output), answer);
  if (Status status = output->Write(answer); !status) return status;
  return output->Close();
}

void AddAccountsFileOption(CLI::App& command, std::string& file) {
  command.add_option("--accounts", file, "Say whose accounts are whose, from the TOML file FILE")
      ->type_name("FILE");
}

void AddDecisionDayOption(CLI::App& command, std::string& day) {
  command.add_option("--as-of", day, "The day on which marks must hold [today]")->type_name("DATE");
}

Result<std::chrono::sys_days> DecisionDay(const std::string& day) {
  return day.empty() ? Result<std::chrono::sys_days>(Today()) : ParseDay(day);
}

Result<AuditGoals> GoalsOf(const std::string& policy_file) {
  if (policy_file.empty()) return AuditGoals{};
  const Result<Policy> policy = ReadPolicy(policy_file);
  if (!policy) return Fail(policy.error());
  return policy->audit;
}

void AddValueOptions(CLI::App& command, ValueSetup& setup) {
  command
      .add_option("--value-file", setup.value_file,
                  "The values, one a line, as anybody would write them; - is standard input")
      ->type_name("FILE");
  command
      .add_option("--key-file", setup.key_file,
                  "Make fingerprints under the keys in FILE, instead of the policy's")
      ->type_name("FILE");
  command.add_option("--policy", setup.policy, "The policy that names the key file")
      ->type_name("FILE");
  AddPatternsOption(command, setup.patterns);
}

tl::expected<ValueParts, std::vector<Error>> LoadValueParts(const ValueSetup& setup) {
  const auto failed = [](const Error& error) {
    return tl::unexpected<std::vector<Error>>({error});
  };
  auto set = LoadPatterns(setup.patterns, Proofs::kNotNeeded);
  if (!set) return tl::unexpected(set.error());
  const auto policy = LoadPolicy(setup.policy, (*set)->patterns());
  if (!policy) return tl::unexpected(policy.error());
  auto keyring = LoadKeyring(setup.key_file, *policy);
  if (!keyring) return failed(keyring.error());
  if (!*keyring) {
    return failed({ErrorCode::kUsage,
                   "values are looked for by their fingerprints, which need the key that the audit "
                   "was made with: name it with --key-file.",
                   {}});
  }
  return ValueParts{std::move(*set), std::move(*keyring)};
}

Result<std::string> ReadLinesOf(const std::string& file) {
  return file == "-" ? ReadStandardInput(kMaxValueBytes) : ReadFile(file, kMaxValueBytes);
}

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = Trimmed(text.substr(0, end));
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

ExitCode ExitAfter(const Status& status) {
  if (status) return ExitCode::kClean;
  PrintError(status.error());
  return ExitCode::kCannotRun;
}

}  // namespace gatepost
