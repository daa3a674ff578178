// The commands that programs of their own run, for the help of the others.

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace gatepost {

void AddAuditName(CLI::App& app, ExitCode& /*exit_code*/) {
  app.add_subcommand("audit", "Read archives of past posts, and report what they gave away");
}

void AddServeName(CLI::App& app, ExitCode& /*exit_code*/) {
  app.add_subcommand("serve", "Answer checks over HTTP, with a page to paste drafts into");
}

}  // namespace gatepost
