#pragma once

// The tables of a store; docs/audit-store.md describes them.

#include "audit/sqlite.h"
#include "base/result.h"

namespace gatepost {

inline constexpr int64_t kStoreVersion = 1;

// Makes the tables in an empty database, and readies any for use. kUnreadable if it is something
// else, or of a later version.
[[nodiscard]] Status PrepareStore(const Sqlite& database);

}  // namespace gatepost
