#include <algorithm>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/output.h"
#include "pattern/default_policy.h"
#include "pattern/load_policy.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr const char* kDefaultFile = "gatepost-policy.toml";

struct PolicyOptions {
  std::string file;
  std::vector<std::string> patterns;
  bool overwrites = false;
};

// The default policy, named after the file that it is written to, if that makes a name.
std::string PolicyFor(const std::string& file) {
  constexpr std::string_view kUsualName = "name = \"default\"";
  std::string toml(DefaultPolicyToml());
  const std::string stem = std::filesystem::path(file).stem().string();
  const auto is_plain = [](char c) { return IsLetter(c) || IsDigit(c) || c == '-' || c == '_'; };
  const bool makes_name =
      file != "-" && !stem.empty() && std::all_of(stem.begin(), stem.end(), is_plain);
  if (makes_name) {
    toml.replace(toml.find(kUsualName), kUsualName.size(), "name = \"" + stem + "\"");
  }
  return toml;
}

ExitCode Init(const PolicyOptions& options) {
  const std::string file = options.file.empty() ? kDefaultFile : options.file;
  std::error_code ignored;
  if (file != "-" && !options.overwrites && std::filesystem::exists(file, ignored)) {
    PrintError({ErrorCode::kUsage,
                "exists already: give another name, or --force to replace it.",
                {file}});
    return ExitCode::kCannotRun;
  }
  if (const Status status = WriteWhole(file, PolicyFor(file)); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  if (file != "-")
    PrintNote("wrote " + file + "; use it with 'gatepost check --policy " + file + "'.");
  return ExitCode::kClean;
}

ExitCode CheckPolicy(const PolicyOptions& options) {
  const auto set = LoadPatterns(options.patterns, Proofs::kNotNeeded);
  if (!set) return PrintErrors(set.error()), ExitCode::kCannotRun;
  const std::string file = options.file.empty() ? kDefaultFile : options.file;
  auto policy = LoadPolicy(file, (*set)->patterns());
  if (!policy) return PrintErrors(policy.error()), ExitCode::kCannotRun;
  PrintNote(file + ": policy \"" + policy->name +
            "\" is valid: " + Counted(policy->channels.size(), "channel") + ", " +
            Counted(policy->official_contacts.size(), "official contact") + ", " +
            Counted(policy->combinations.size(), "combination") + ".");
  for (const OfficialContact& contact : policy->official_contacts) {
    if (contact.expires && *contact.expires < Today()) {
      PrintNote(contact.where.ToString() +
                ": this official contact has expired and no longer counts; renew or remove it.");
    }
  }
  return ExitCode::kClean;
}

}  // namespace

void AddPolicyCommand(CLI::App& app, ExitCode& exit_code) {
  CLI::App* policy = app.add_subcommand("policy", "Write and check policy files");
  policy->require_subcommand(1);
  auto options = std::make_shared<PolicyOptions>();

  CLI::App* init = policy->add_subcommand("init", "Write a commented policy to start from");
  init->add_option("file", options->file,
                   std::string("Where to write it; - is standard output [") + kDefaultFile + "]")
      ->type_name("FILE");
  init->add_flag("--force", options->overwrites, "Replace the file if it exists");
  init->footer(
      "Examples:\n"
      "  gatepost policy init council.toml\n"
      "  gatepost policy init - | less\n"
      "\n"
      "The policy is named after its file.\n"
      "\n"
      "Exit status: 0 written; 2 could not be.\n");
  init->callback([options, &exit_code] { exit_code = Init(*options); });

  CLI::App* check = policy->add_subcommand("check", "Check a policy against the patterns");
  check->add_option("file", options->file, std::string("The policy [") + kDefaultFile + "]")
      ->type_name("FILE");
  AddPatternsOption(*check, options->patterns);
  check->footer(
      "Examples:\n"
      "  gatepost policy check council.toml\n"
      "  gatepost policy check council.toml --patterns uk --patterns my-patterns\n"
      "\n"
      "Exit status: 0 the policy can be used; 2 it cannot.\n");
  check->callback([options, &exit_code] { exit_code = CheckPolicy(*options); });

  policy->footer(
      "Examples:\n"
      "  gatepost policy init council.toml\n"
      "  gatepost policy check council.toml\n"
      "\n"
      "Exit status: 0 done; 2 could not be.\n");
}

}  // namespace gatepost
