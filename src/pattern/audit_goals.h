#pragma once

// `[audit]` of a policy: what an organisation's archives are measured against over time.

#include <optional>
#include <string>

namespace gatepost {

// Months from first to last, both included, each as "2024-05".
struct MonthRange {
  std::string first;
  std::string last;

  [[nodiscard]] bool Has(const std::string& month) const { return first <= month && month <= last; }
  friend bool operator==(const MonthRange&, const MonthRange&) = default;
};

// Findings worth acting on, of a thousand posts. Of the two baselines at most one is set.
struct AuditGoals {
  std::optional<double> target_per_1000;
  std::optional<MonthRange> baseline;       // what those months came to
  std::optional<double> baseline_per_1000;  // as measured elsewhere
};

}  // namespace gatepost
