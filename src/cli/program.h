#pragma once

// The command line as a whole.

#include <memory>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

// `gatepost` with all its commands; parsing runs the one that is named, which sets `exit_code`.
[[nodiscard]] std::shared_ptr<CLI::App> MakeProgram(ExitCode& exit_code);

}  // namespace gatepost
