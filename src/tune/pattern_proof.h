#pragma once

// The proof that a pattern works: what `patterns test` runs.
//
// For each pattern, through the whole pipeline and in every engine:
//   examples   each [[match]] is found, exactly its span, with its action where one is stated
//   counters   each [[no_match]] yields no finding of the pattern
//   wrapped    each example's value is found again in a dozen other surroundings
//   flipped    each example's value with one digit changed or two swapped is not found where the
//   checks reject it generated  strings made from each regex match it in every engine's eyes, and
//   make its trigger fire

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "set/pattern_set.h"

namespace gatepost {

struct TestFailure {
  std::string message;  // holds values of the pattern's own examples: they are published ones
  SourcePlace where;

  friend bool operator==(const TestFailure&, const TestFailure&) = default;
};

struct TestCounts {
  size_t examples = 0;
  size_t counters = 0;
  size_t wrapped = 0;
  size_t flipped = 0;    // changed values that the checks reject
  size_t unnoticed = 0;  // changed values that the checks accept: what chance leaves through
  size_t generated = 0;
};

struct PatternTestResult {
  std::string pattern;  // its id
  TestCounts counts;
  std::vector<TestFailure> failures;
};

// One pattern set, once for each engine: InEveryEngine(set).
using EngineSets = std::vector<std::shared_ptr<const PatternSet>>;

// Tests one pattern of the set under the default policy in all engines of `sets`, of which there is
// at least one; `as_of` is the day of the scan. The counts are of each engine; a failure that not
// all engines have names those that do. Deterministic.
[[nodiscard]] PatternTestResult TestPattern(const EngineSets& sets, PatternIndex pattern,
                                            std::chrono::sys_days as_of);

}  // namespace gatepost
