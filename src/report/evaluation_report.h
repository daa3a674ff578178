#pragma once

// What `patterns eval` prints.

#include <string>

#include "set/pattern_set.h"
#include "tune/evaluation.h"

namespace gatepost {

struct EvaluationContext {
  const PatternSet& set;
  std::string policy;  // its name
  std::string at;
  std::string split;
};

// Tables: by pattern and language with exact and with overlapping spans, then posts held; above
// them what was asked to be listed. Appended to `out`.
void AppendEvaluationText(const EvaluationContext& context, const EvaluationResult& result,
                          std::string& out);

// The same as one JSON object; docs/measuring.md describes it.
void AppendEvaluationJson(const EvaluationContext& context, const EvaluationResult& result,
                          std::string& out);

}  // namespace gatepost
