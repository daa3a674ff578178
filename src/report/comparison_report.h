#pragma once

// What `gatepost audit diff` says.

#include <string>

#include "audit/comparison.h"
#include "report/audit_post_words.h"

namespace gatepost {

// The stores as they were named.
struct ComparedStores {
  std::string before;
  std::string after;
};

// Appended to `out`: for people, and one JSON document. What stands in lists that are not whole is
// counted all the same, and said to be left out.
void AppendComparisonText(const Comparison& comparison, const ComparedStores& stores,
                          const TextLayout& layout, std::string& out);
void AppendComparisonJson(const Comparison& comparison, const ComparedStores& stores,
                          std::string& out);

}  // namespace gatepost
