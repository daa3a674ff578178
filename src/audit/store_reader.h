#pragma once

// What the tables of a SqliteStore hold, as records; the orders are Store's.

#include <string_view>
#include <vector>

#include "audit/audit_record.h"
#include "audit/statements.h"
#include "audit/store.h"

namespace gatepost {

[[nodiscard]] Result<std::vector<AuditRun>> ReadRuns(Statements& statements);
[[nodiscard]] Result<std::vector<AuditInput>> ReadInputs(Statements& statements);
// That of the hash, which is there.
[[nodiscard]] Result<AuditInput> ReadInput(Statements& statements, std::string_view hash);
[[nodiscard]] Result<std::vector<AuditFile>> ReadFiles(Statements& statements);
[[nodiscard]] Result<std::vector<AuditProblem>> ReadProblems(Statements& statements);
[[nodiscard]] Result<std::vector<Decision>> ReadDecisions(Statements& statements);
[[nodiscard]] Result<std::vector<AuditTally>> ReadTallies(Statements& statements,
                                                          const AuditFilter& filter);
[[nodiscard]] Status ReadFindings(Statements& statements, const AuditFilter& filter,
                                  const Store::TakeFinding& take);

}  // namespace gatepost
