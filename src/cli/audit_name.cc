#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace gatepost {

void AddAuditName(CLI::App& app, ExitCode& /*exit_code*/) {
  app.add_subcommand("audit", "Read archives of past posts, and report what they gave away");
}

}  // namespace gatepost
