#pragma once

// One SqliteStore's audits added to another's.

#include <string>
#include <vector>

#include "audit/sqlite.h"
#include "base/problem.h"

namespace gatepost {

// As Store::Merge: inputs that `database` has whole stay as they are; of one that it has not, or
// not whole, all that the store at `path` has takes its place. kUnreadable if that is no store,
// kUsage if it is the same one, and then nothing is changed. Of posts that both have, the one that
// was here first counts.
[[nodiscard]] Result<std::vector<Problem>> MergeStore(const Sqlite& database,
                                                      const std::string& path);

}  // namespace gatepost
