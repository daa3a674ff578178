#include "cli/program.h"

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/version.h"

namespace gatepost {

std::shared_ptr<CLI::App> MakeProgram(ExitCode& exit_code, const OwnCommands& own) {
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
  AddCheckCommand(*app, exit_code);
  AddRedactCommand(*app, exit_code);
  own.audit(*app, exit_code);
  own.serve(*app, exit_code);
  AddPatternsCommand(*app, exit_code);
  AddPolicyCommand(*app, exit_code);
  AddKeyCommand(*app, exit_code);
  return app;
}

std::optional<std::string> OwnProgramOf(std::string_view command) {
  if (command == "audit" || command == "serve") return "gatepost-" + std::string(command);
  return std::nullopt;
}

}  // namespace gatepost
