// The program `gatepost`.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/program.h"

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
    const bool is_written = app.exit(error) == 0 && std::cout.flush();
    return Exit(is_written ? ExitCode::kClean : ExitCode::kCannotRun);
  }
  return ExitUsage(error.what());
}

int Run(int argc, char** argv) {
  ExitCode exit_code = ExitCode::kClean;
  const auto program = MakeProgram(exit_code);
  CLI::App& app = *program;
  if (argc > 1 && argv[1][0] != '-' && !HasCommand(app, argv[1])) {
    return ExitUsage("there is no command \"" + std::string(argv[1]) +
                     "\": use check, redact, patterns, policy or key.");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExitAfter(app, error);
  }
  return Exit(exit_code);
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) {
  try {
    return gatepost::Run(argc, argv);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "gatepost: internal error: %s\n", fault.what());
    return gatepost::Exit(gatepost::ExitCode::kCannotRun);
  }
}
