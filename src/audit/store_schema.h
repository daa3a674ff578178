#pragma once

// The tables of a store; docs/audit-store.md describes them.

#include "audit/sqlite.h"
#include "base/result.h"

namespace gatepost {

inline constexpr int64_t kStoreVersion = 1;

// Readies a store for use. kUnreadable if it is something else, or of another version. An empty
// database becomes one where `makes` says so, and is none else.
[[nodiscard]] Status PrepareStore(const Sqlite& database, bool makes);

}  // namespace gatepost
