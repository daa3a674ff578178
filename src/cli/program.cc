#include "cli/program.h"

#include <algorithm>
#include <array>
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/version.h"

namespace gatepost {

std::shared_ptr<CLI::App> MakeProgram(ExitCode& exit_code, const OwnCommands& own,
                                      std::string_view only) {
  auto app = std::make_shared<CLI::App>(
      "Gatepost finds personal data in posts before they are published.", "gatepost");
  app->set_version_flag(
      "--version", [] { return VersionText(BundledPatterns() / "uk"); },
      "Print the versions of Gatepost, its patterns and its libraries, and exit");
  app->require_subcommand(1);
  app->footer(
      "Examples:\n"
      "  echo \"Ring me on 07700 900123\" | gatepost check\n"
      "  gatepost audit archive.zip --report council.html\n"
      "  gatepost serve\n"
      "  gatepost check --help\n"
      "\n"
      "Exit status: 0 clean; 1 found; 2 could not run; 3 something could not be looked at.\n");
  struct Command {
    std::string_view name;
    AddCommand add;
  };
  const std::array<Command, 7> commands = {{
      {"check", AddCheckCommand},
      {"redact", AddRedactCommand},
      {"audit", own.audit},
      {"serve", own.serve},
      {"patterns", AddPatternsCommand},
      {"policy", AddPolicyCommand},
      {"key", AddKeyCommand},
  }};
  const bool is_one = std::any_of(commands.begin(), commands.end(),
                                  [only](const Command& each) { return each.name == only; });
  for (const Command& command : commands) {
    if (!is_one || command.name == only) command.add(*app, exit_code);
  }
  return app;
}

std::optional<std::string> OwnProgramOf(std::string_view command) {
  if (command == "audit" || command == "serve") return "gatepost-" + std::string(command);
  return std::nullopt;
}

}  // namespace gatepost
