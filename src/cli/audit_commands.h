#pragma once

// The subcommands of `audit`, one file each.

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

void AddAuditReportCommand(CLI::App& audit, ExitCode& exit_code);

}  // namespace gatepost
