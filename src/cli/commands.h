#pragma once

// The subcommands, one file each: each adds itself to the command line and, when it is chosen, sets
// the exit status.

#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

void AddCheckCommand(CLI::App& app, ExitCode& exit_code);
void AddRedactCommand(CLI::App& app, ExitCode& exit_code);
// `audit`: its name alone, or all of it.
void AddAuditName(CLI::App& app, ExitCode& exit_code);
void AddAuditCommand(CLI::App& app, ExitCode& exit_code);
// `serve`: the same.
void AddServeName(CLI::App& app, ExitCode& exit_code);
void AddServeCommand(CLI::App& app, ExitCode& exit_code);
void AddPatternsCommand(CLI::App& app, ExitCode& exit_code);
void AddPolicyCommand(CLI::App& app, ExitCode& exit_code);
void AddKeyCommand(CLI::App& app, ExitCode& exit_code);

// Add `eval`, `fmt` and `schema` to the subcommands of `patterns`.
void AddEvalCommand(CLI::App& patterns, ExitCode& exit_code);
void AddFmtCommand(CLI::App& patterns, ExitCode& exit_code);
void AddSchemaCommand(CLI::App& patterns, ExitCode& exit_code);

// Adds `token` to the subcommands of `serve`.
void AddTokenCommand(CLI::App& serve, ExitCode& exit_code);

// Options that several commands have: --patterns; --policy and --channel; --as-of.
void AddPatternsOption(CLI::App& command, std::vector<std::string>& folders);
void AddPolicyOptions(CLI::App& command, std::string& policy, std::string& channel);
void AddDayOption(CLI::App& command, std::string& day);

}  // namespace gatepost
