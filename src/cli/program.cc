#include "cli/program.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <system_error>

#include "base/system_error.h"
#include "cli/loading.h"
#include "cli/version.h"

namespace gatepost {

std::shared_ptr<CLI::App> MakeProgram(ExitCode& exit_code, std::span<const NamedCommand> commands,
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
  const bool is_one = std::any_of(commands.begin(), commands.end(),
                                  [only](const NamedCommand& each) { return each.name == only; });
  for (const NamedCommand& command : commands) {
    if (!is_one || command.name == only) command.add(*app, exit_code);
  }
  return app;
}

std::string ProgramFor(std::span<const char* const> arguments) {
  const std::string_view command = arguments.size() > 1 ? arguments[1] : "";
  if (command == "audit" || command == "serve") return "gatepost-" + std::string(command);
  const bool reads_json =
      std::any_of(arguments.begin(), arguments.end(),
                  [](std::string_view argument) { return argument.starts_with("--jsonl"); });
  return command == "check" && !reads_json ? "gatepost" : "gatepost-full";
}

Error BecomeProgram(const std::string& name, char* const* arguments) {
  std::error_code error;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string path = (here.parent_path() / name).string();
  ::execv(path.c_str(), arguments);
  return {ErrorCode::kUnreadable,
          "cannot be run: " + ReasonOf(errno) + ". Install all of Gatepost again.",
          {path}};
}

}  // namespace gatepost
