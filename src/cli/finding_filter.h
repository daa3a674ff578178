#pragma once

// Which findings of a store are asked about.

#include <initializer_list>
#include <string>
#include <vector>

#include "audit/store.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace gatepost {

// As typed.
struct FindingFilter {
  std::string since = {}, until = {};
  std::vector<std::string> accounts = {};
  std::vector<std::string> patterns = {};
};

// --account; and --since, --until and --only.
void AddAccountOption(CLI::App& command, std::vector<std::string>& accounts);
void AddFindingFilter(CLI::App& command, FindingFilter& filter);

// What is asked of these stores. kUsage for what would find nothing whatever they hold, so that
// nobody takes a slip of the pen for a clean store: days that are none or in the wrong order,
// accounts without a post in any of them, ids that neither a finding nor a bundled pattern has.
[[nodiscard]] Result<AuditFilter> FilterOf(const FindingFilter& filter,
                                           std::initializer_list<const Store*> stores);

}  // namespace gatepost
