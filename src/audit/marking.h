#pragma once

// Fingerprints that somebody names to decide about them: which findings they are of, and what was
// most likely meant by one that is none's.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "audit/store.h"

namespace gatepost {

struct NamedValue {
  std::string fingerprint;
  uint64_t findings = 0;  // 0: no finding is of it
  std::string pattern, name, masked;
};

// In the order of the names, which may be there twice.
[[nodiscard]] Result<std::vector<NamedValue>> FindNamed(
    const Store& store, const std::vector<std::string>& fingerprints);

// kUsage for the first value without findings: what is wrong with it, and the nearest fingerprint
// there is.
[[nodiscard]] Status CheckAllFound(const Store& store, const std::vector<NamedValue>& values);

// kUsage for the first value that is not marked.
[[nodiscard]] Status CheckAllMarked(const Store& store, const std::vector<NamedValue>& values);

// What was decided about a value.
struct Mark {
  Decision decision;
  NamedValue value;
  bool has_run_out = false;
};

// By fingerprint. `as_of`: those whose last day is before it have run out.
[[nodiscard]] Result<std::vector<Mark>> MarksOf(const Store& store, std::chrono::sys_days as_of);

}  // namespace gatepost
