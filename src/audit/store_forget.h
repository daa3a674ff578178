#pragma once

// Taking out of a SqliteStore what must not be kept, so that no byte of it is left in the database,
// in its free pages or in its log.

#include <cstdint>
#include <string>
#include <vector>

#include "audit/sqlite.h"
#include "audit/statements.h"
#include "base/post.h"

namespace gatepost {

// As Store::Forget.
[[nodiscard]] Result<uint64_t> ForgetFingerprints(const Sqlite& database, Statements& statements,
                                                  const std::vector<std::string>& fingerprints);
// As Store::Purge.
[[nodiscard]] Result<uint64_t> PurgeBefore(const Sqlite& database, Statements& statements,
                                           Time before);

}  // namespace gatepost
