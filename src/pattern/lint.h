#pragma once

// What `patterns check` looks at beyond what the reader refuses: proofs, triggers, references,
// advice.

#include <string>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost {

struct LintFinding {
  bool is_error = false;  // else a warning
  std::string pattern;    // its id
  std::string message;    // what is wrong and what to do
  SourcePlace where;
};

// In the order of the patterns. Errors: a variant without a trigger and without required context; a
// check that wants more characters than the regex matches; an example whose span is not in its
// text; `excludes` of an unknown id or of itself; no references; no advice in English or in Welsh.
// Warnings: fewer than
// five of either kind of example. `patterns` are all that are loaded.
[[nodiscard]] std::vector<LintFinding> Lint(const std::vector<Pattern>& patterns);

}  // namespace gatepost
