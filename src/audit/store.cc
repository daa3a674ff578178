#include "audit/store.h"

#include <algorithm>

namespace gatepost {

std::optional<AuditRun> UnfinishedRun(const std::vector<AuditRun>& runs, const AuditRun& like) {
  const auto goes_on = [&](const AuditRun& run) {
    return !run.ended && run.set_hash == like.set_hash && run.policy_hash == like.policy_hash &&
           run.key_id == like.key_id && run.gatepost == like.gatepost;
  };
  const auto latest = std::find_if(runs.rbegin(), runs.rend(), goes_on);
  return latest == runs.rend() ? std::nullopt : std::optional(*latest);
}

Result<bool> HasFinding(const Store& store,
                        const std::function<bool(const FindingInPost&)>& meets) {
  bool has_finding = false;
  const Status status = store.ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    has_finding = meets(found);
    // The one way to end the reading.
    return has_finding ? Status(Fail(ErrorCode::kInternal, "a finding was found.")) : Status{};
  });
  if (!has_finding && !status) return Fail(status.error());
  return has_finding;
}

}  // namespace gatepost
