// The program `gatepost-audit`, which `gatepost audit` becomes.

#include <CLI/CLI.hpp>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/program.h"
#include "cli/run_program.h"

int main(int argc, char** argv) {
  gatepost::ExitCode exit_code = gatepost::ExitCode::kClean;
  const auto app = gatepost::MakeProgram(exit_code, gatepost::AddAuditCommand);
  // As it would have been typed in full.
  std::vector<const char*> arguments = {"gatepost", "audit"};
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  return gatepost::RunProgram(*app, exit_code, arguments);
}
