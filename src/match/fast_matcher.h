#pragma once

// The fastest engine. Three sieves, each finer: which bytes can begin a match at all
// (match/begin_places.h), whether the four bytes there can (match/prefix_table.h), and one run of
// the automaton of all regexes from there (match/lazy_dfa.h), which gives every end of every regex;
// what is left to do is the rule of match/matcher.h.

#include <filesystem>
#include <memory>
#include <vector>

#include "base/private_folder.h"
#include "match/begin_places.h"
#include "match/matcher.h"
#include "pattern/pattern.h"

namespace gatepost {

// Borrows the patterns, which must outlive it. Works on any machine. `cache_folder` is where plans
// are kept and how they are read; empty: nowhere. The processor has `level`.
[[nodiscard]] std::unique_ptr<Matcher> MakeFastMatcher(const std::vector<Pattern>& patterns,
                                                       const std::filesystem::path& cache_folder,
                                                       Reading reading, SimdLevel level);

}  // namespace gatepost
