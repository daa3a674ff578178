#include "audit/standing.h"

#include <algorithm>
#include <array>

namespace gatepost {
namespace {

constexpr std::array<std::string_view, kStandings> kStandingNames{"open", "accepted", "removed",
                                                                  "false", "let_through"};
constexpr std::array<std::string_view, kSeverityRanks - 1> kSeverities{"critical", "high", "medium",
                                                                       "low"};

}  // namespace

std::string_view NameOf(Standing standing) { return kStandingNames[static_cast<size_t>(standing)]; }

bool HoldsOn(const Decision& decision, std::chrono::sys_days day) {
  return !decision.until || *decision.until >= day;
}

Standing StandingOf(const AuditFinding& finding, const Decision* decision,
                    std::chrono::sys_days as_of) {
  if (finding.action == "pass") return Standing::kLetThrough;
  if (decision == nullptr || !HoldsOn(*decision, as_of)) return Standing::kOpen;
  switch (decision->state) {
    case DecisionState::kRemoved:
      return Standing::kRemoved;
    case DecisionState::kFalse:
      return Standing::kFalse;
    case DecisionState::kAccepted:
      break;
  }
  return Standing::kAccepted;
}

size_t SeverityRank(std::string_view severity) {
  return static_cast<size_t>(std::ranges::find(kSeverities, severity) - kSeverities.begin());
}

}  // namespace gatepost
