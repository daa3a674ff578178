#include "cli/run_program.h"

#include <cerrno>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "base/system_error.h"
#include "cli/exit_code.h"
#include "cli/message.h"

namespace gatepost {
namespace {

int Exit(ExitCode exit_code) { return static_cast<int>(exit_code); }

bool HasCommand(CLI::App& app, const std::string& name) {
  const auto is_named = [&](const CLI::App* command) { return command->get_name() == name; };
  return !app.get_subcommands(is_named).empty();
}

int ExitUsage(const std::string& what) {
  PrintError({ErrorCode::kUsage, what, {}});
  std::fputs("See 'gatepost --help' or 'gatepost COMMAND --help'.\n", stderr);
  return Exit(ExitCode::kCannotRun);
}

// Help and version go to standard output; everything else is a fault of usage.
int ExitAfter(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    errno = 0;
    if (app.exit(error) == 0 && std::cout.flush()) return Exit(ExitCode::kClean);
    PrintError({ErrorCode::kUnreadable,
                "cannot be written: " + ReasonOf(errno) + ".",
                {"standard output"}});
    return Exit(ExitCode::kCannotRun);
  }
  return ExitUsage(error.what());
}

std::string NamesOf(CLI::App& app) {
  const std::vector<CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  std::string names;
  for (size_t i = 0; i < commands.size(); ++i) {
    if (i > 0) names += i + 1 == commands.size() ? " or " : ", ";
    names += commands[i]->get_name();
  }
  return names;
}

// What to say of the first word that should be a command and is none, or is missing; nullopt if
// all are there.
std::optional<std::string> UnknownCommand(CLI::App& app, std::span<const char* const> words) {
  CLI::App* at = &app;
  std::string path;
  for (const char* word : words) {
    if (at->get_require_subcommand_min() == 0 || word[0] == '-') return std::nullopt;
    if (!HasCommand(*at, word)) {
      return "there is no command \"" + path + word + "\": use " + NamesOf(*at) + ".";
    }
    at = at->get_subcommand(word);
    path += std::string(word) + " ";
  }
  if (at->get_require_subcommand_min() == 0) return std::nullopt;
  return "\"gatepost " + path + "…\" goes on with a command: use " + NamesOf(*at) + ".";
}

int Run(CLI::App& app, const ExitCode& exit_code, std::span<const char* const> arguments) {
  if (const auto unknown = UnknownCommand(app, arguments.subspan(1))) return ExitUsage(*unknown);
  try {
    app.parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (const CLI::ParseError& error) {
    return ExitAfter(app, error);
  }
  return Exit(exit_code);
}

}  // namespace

int RunProgram(CLI::App& app, const ExitCode& exit_code, std::span<const char* const> arguments) {
  try {
    return Run(app, exit_code, arguments);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "gatepost: internal error: %s\n", fault.what());
    return Exit(ExitCode::kCannotRun);
  }
}

int RunOwnProgram(CLI::App& app, const ExitCode& exit_code, const char* name,
                  std::span<const char* const> arguments) {
  std::vector<const char*> all = {"gatepost", name};
  all.insert(all.end(), arguments.begin() + 1, arguments.end());
  return RunProgram(app, exit_code, all);
}

}  // namespace gatepost
