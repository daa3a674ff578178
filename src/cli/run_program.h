#pragma once

// A program from its arguments to its exit status.

#include <span>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

// Parses the arguments, the program's own name first, which runs the command that they name and
// sets `exit_code`. Help and faults of usage are printed.
[[nodiscard]] int RunProgram(CLI::App& app, const ExitCode& exit_code,
                             std::span<const char* const> arguments);

// The program `gatepost-NAME`, which `gatepost NAME` becomes: the same with the arguments as they
// would have been typed in full.
[[nodiscard]] int RunOwnProgram(CLI::App& app, const ExitCode& exit_code, const char* name,
                                std::span<const char* const> arguments);

}  // namespace gatepost
