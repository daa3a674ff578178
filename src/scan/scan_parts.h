#pragma once

#include <memory>

#include "pattern/policy.h"
#include "scan/scanner.h"
#include "set/pattern_set.h"

namespace gatepost {

// What a scanner is made of.
struct ScanParts {
  std::shared_ptr<const PatternSet> set;
  Policy policy;
  ScanOptions options;
};

}  // namespace gatepost
