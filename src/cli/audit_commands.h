#pragma once

// The subcommands of `audit`, one file each.

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace gatepost {

// A report of a store.
void AddAuditReportCommand(CLI::App& audit, ExitCode& exit_code);
// Asking: what changed, how it goes, what to decide about, where a value stands, and
// what a post says.
void AddAuditDiffCommand(CLI::App& audit, ExitCode& exit_code);
void AddAuditTrendCommand(CLI::App& audit, ExitCode& exit_code);
void AddAuditTriageCommand(CLI::App& audit, ExitCode& exit_code);
void AddAuditFindCommand(CLI::App& audit, ExitCode& exit_code);
void AddAuditShowCommand(CLI::App& audit, ExitCode& exit_code);
// Deciding: `mark` and `marks`; whether posts are still public.
void AddAuditMarkCommand(CLI::App& audit, ExitCode& exit_code);
void AddAuditVisibilityCommand(CLI::App& audit, ExitCode& exit_code);
// Keeping: `forget` and `purge`; several stores as one.
void AddAuditForgetCommand(CLI::App& audit, ExitCode& exit_code);
void AddAuditMergeCommand(CLI::App& audit, ExitCode& exit_code);

}  // namespace gatepost
