#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/statements.h"
#include "audit/store.h"
#include "base/result.h"

namespace gatepost {

// Store::SetVisibility within one transaction.
[[nodiscard]] Result<std::vector<uint64_t>> MarkVisibility(const Sqlite& database,
                                                           Statements& statements,
                                                           const std::vector<std::string>& posts,
                                                           const VisibilityMark& mark);

}  // namespace gatepost
