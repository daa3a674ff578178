#pragma once

// The fast engine: one pass of Hyperscan over the whole batch for the triggers of all patterns,
// then RE2 where a trigger says that a match may begin.
//
// The full regexes are not given to Hyperscan: together they spoil each other's acceleration, and
// without the starts of matches, which it cannot give for most of them, RE2 would have to search
// anyway.

#include <filesystem>
#include <memory>
#include <vector>

#include "match/matcher.h"
#include "match/variant_regex.h"

namespace gatepost {

// `compiled` is made of `patterns`. `cache_folder` is where compiled databases are kept; empty:
// nowhere. Fails where the library does not run on this processor or cannot compile the triggers.
[[nodiscard]] Result<std::unique_ptr<Matcher>> MakeHyperscanMatcher(
    const std::vector<Pattern>& patterns, std::shared_ptr<const CompiledPatterns> compiled,
    const std::filesystem::path& cache_folder);

}  // namespace gatepost
