#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands.h"
#include "cli/message.h"
#include "cli/output.h"
#include "pattern/pattern_schema.h"

namespace gatepost {
namespace {

ExitCode WriteSchema() {
  const Status status = WriteWhole("-", std::string(PatternSchemaJson()));
  if (status) return ExitCode::kClean;
  PrintError(status.error());
  return ExitCode::kCannotRun;
}

}  // namespace

void AddSchemaCommand(CLI::App& patterns, ExitCode& exit_code) {
  CLI::App* command =
      patterns.add_subcommand("schema", "Write the JSON Schema of pattern files, for editors");
  command->footer(
      "Examples:\n"
      "  gatepost patterns schema > pattern.schema.json\n"
      "\n"
      "Exit status: 0 written; 2 could not be.\n");
  command->callback([&exit_code] { exit_code = WriteSchema(); });
}

}  // namespace gatepost
