#pragma once

// The policy of a scanner, from a file or built in.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"

namespace gatepost {

// The policy in the file, checked against the set's patterns, or the default one if `path` is
// empty. The default policy speaks of the bundled patterns; another set need not have them all.
// What was read is kept in the cache folder, if one is named; what goes wrong with it costs time
// and is no error.
[[nodiscard]] tl::expected<Policy, std::vector<Error>> LoadPolicy(
    const std::string& path, const std::vector<Pattern>& patterns,
    const std::filesystem::path& cache_folder = {});

}  // namespace gatepost
