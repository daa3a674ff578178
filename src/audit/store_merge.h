#pragma once

// One SqliteStore's audits added to another's.

#include <string>

#include "audit/sqlite.h"

namespace gatepost {

// As Store::Merge: inputs that `database` has whole stay as they are; of one that it has not, or
// not whole, all that the store at `path` has takes its place. kUnreadable if that is no store, and
// then nothing is changed.
[[nodiscard]] Status MergeStore(const Sqlite& database, const std::string& path);

}  // namespace gatepost
