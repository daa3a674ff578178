#pragma once

#include "pattern/audit_goals.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// The table `audit` of a policy, and nothing set if it has none.
[[nodiscard]] AuditGoals ReadAuditGoals(TableReader& policy, ErrorLog& log);

}  // namespace gatepost
