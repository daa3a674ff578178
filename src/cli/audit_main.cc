// The program `gatepost-audit`, which `gatepost audit` becomes.

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/program.h"
#include "cli/run_program.h"

int main(int argc, char** argv) {
  gatepost::ExitCode exit_code = gatepost::ExitCode::kClean;
  const gatepost::NamedCommand command = {"audit", gatepost::AddAuditCommand};
  const auto app = gatepost::MakeProgram(exit_code, {&command, 1});
  return gatepost::RunOwnProgram(*app, exit_code, "audit", {argv, static_cast<size_t>(argc)});
}
