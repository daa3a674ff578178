#pragma once

// The command line as a whole.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

// Adds a command, or as much of it as this program needs to know.
using AddCommand = void (*)(CLI::App& app, ExitCode& exit_code);

// The commands that programs of their own run. Each is added whole where it is run or described,
// and by its name alone elsewhere: who names AddAuditCommand links all that an audit needs.
struct OwnCommands {
  AddCommand audit;  // AddAuditCommand or AddAuditName
  AddCommand serve;  // AddServeCommand or AddServeName
};

// `gatepost` with all its commands; parsing runs the one that is named, which sets `exit_code`.
// With the name of a command it has that one alone: a check would pay at its start for the options
// of all others.
[[nodiscard]] std::shared_ptr<CLI::App> MakeProgram(ExitCode& exit_code, const OwnCommands& own,
                                                    std::string_view only = {});

// The program that runs the command: a check would pay at its start for libraries that only an
// audit or a service needs. nullopt if `gatepost` itself does.
[[nodiscard]] std::optional<std::string> OwnProgramOf(std::string_view command);

}  // namespace gatepost
