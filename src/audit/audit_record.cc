#include "audit/audit_record.h"

#include <array>
#include <chrono>

#include "base/day.h"

namespace gatepost {
namespace {

constexpr std::array<std::string_view, 4> kFileStates{"read", "passed_over", "private", "unread"};
constexpr std::array<std::string_view, 3> kDecisionStates{"accepted", "removed", "false"};

template <class Enum, size_t kCount>
std::string_view NameIn(const std::array<std::string_view, kCount>& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

}  // namespace

std::string_view NameOf(AuditFile::State state) { return NameIn(kFileStates, state); }
std::string_view NameOf(DecisionState state) { return NameIn(kDecisionStates, state); }

std::optional<DecisionState> DecisionStateOf(std::string_view name) {
  for (size_t i = 0; i < kDecisionStates.size(); ++i) {
    if (kDecisionStates[i] == name) return static_cast<DecisionState>(i);
  }
  return std::nullopt;
}

std::string MonthOf(const std::optional<Time>& published) {
  if (!published) return {};
  return DayText(std::chrono::floor<std::chrono::days>(*published)).substr(0, 7);
}

}  // namespace gatepost
