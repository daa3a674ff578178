#pragma once

// The command line as a whole.

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

// Adds a command, or as much of it as this program needs to know.
using AddCommand = void (*)(CLI::App& app, ExitCode& exit_code);

struct NamedCommand {
  std::string_view name;
  AddCommand add;
};

// All commands. Of those that programs of their own run, `audit` and `serve` are what adds them:
// AddAuditCommand where an audit is run or described, AddAuditName elsewhere, and so for a service.
// Who calls this links all that the commands need.
[[nodiscard]] std::array<NamedCommand, 7> AllCommands(AddCommand audit, AddCommand serve);

// `gatepost` with these commands; parsing runs the one that is named, which sets `exit_code`. With
// the name of a command it has that one alone: it would pay at its start for the options of others.
[[nodiscard]] std::shared_ptr<CLI::App> MakeProgram(ExitCode& exit_code,
                                                    std::span<const NamedCommand> commands,
                                                    std::string_view only = {});

// The program that does what the arguments say, by its file's name: `gatepost` itself checks drafts
// and can do nothing else, so that it starts without the libraries and options of all others.
[[nodiscard]] std::string ProgramFor(std::span<const char* const> arguments);

// Goes on as the program of that name, which is installed beside this one. Returns only if that
// cannot be.
[[nodiscard]] Error BecomeProgram(const std::string& name, char* const* arguments);

}  // namespace gatepost
