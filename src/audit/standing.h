#pragma once

// What has become of a finding: whether anybody has still to act on it.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "audit/audit_record.h"

namespace gatepost {

// Where a finding stands with who has to act on it.
enum class Standing : uint8_t {
  kOpen,        // it calls for review or block, and no decision about its value holds
  kAccepted,    // the three that were decided
  kRemoved,     //
  kFalse,       //
  kLetThrough,  // the policy lets it pass
};
inline constexpr size_t kStandings = 5;
[[nodiscard]] std::string_view NameOf(Standing standing);  // "open", "accepted", "let_through" …

// The decision holds on `day`: it has no last day, or that is not past.
[[nodiscard]] bool HoldsOn(const Decision& decision, std::chrono::sys_days day);
// `decision` may be nullptr.
[[nodiscard]] Standing StandingOf(const AuditFinding& finding, const Decision* decision,
                                  std::chrono::sys_days as_of);

// 0 of "critical", 3 of "low", 4 of any other word.
inline constexpr size_t kSeverityRanks = 5;
[[nodiscard]] size_t SeverityRank(std::string_view severity);

}  // namespace gatepost
