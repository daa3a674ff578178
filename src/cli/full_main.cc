// The program `gatepost-full`, which `gatepost` becomes for all that needs more than a check of
// drafts, an audit and a service aside.

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/program.h"
#include "cli/run_program.h"

int main(int argc, char** argv) {
  gatepost::ExitCode exit_code = gatepost::ExitCode::kClean;
  const auto app = gatepost::MakeProgram(
      exit_code, gatepost::AllCommands(gatepost::AddAuditName, gatepost::AddServeName),
      argc > 1 ? argv[1] : "");
  return gatepost::RunProgram(*app, exit_code, {argv, static_cast<size_t>(argc)});
}
