#pragma once

// Plans of the fast engine, kept from one run of a program to the next: deriving one takes longer
// than all else that checking a post does.
//
// A plan is read only from a folder that nobody else can write to, under a key that names
// everything it was made of, with a digest over all of its bytes; on any doubt it is not used.

#include <string>
#include <string_view>
#include <vector>

#include "base/private_folder.h"
#include "base/result.h"
#include "match/search_plan.h"
#include "pattern/pattern.h"

namespace gatepost {

// 64 hex digits of all that a plan is made of: the regexes in their order, their edges, and the
// code that makes it.
[[nodiscard]] std::string PlanKey(const std::vector<Pattern>& patterns);

// What is kept under `key`, if it is whole.
[[nodiscard]] Result<SearchPlan> LoadPlan(const PrivateFolder& folder, std::string_view key);

// Keeps it under `key`, and of all kept ones only the newest few.
[[nodiscard]] Status StorePlan(const PrivateFolder& folder, std::string_view key,
                               const SearchPlan& plan);

}  // namespace gatepost
