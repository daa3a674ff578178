#include "audit/audit.h"

#include "audit/audit_session.h"

namespace gatepost {

AuditRun RunOf(const PatternSet& set, const Policy& policy, const Keyring* keyring,
               const std::string& gatepost) {
  AuditRun run;
  run.gatepost = gatepost;
  run.set_name = set.name();
  run.set_hash = set.hash();
  run.policy_name = policy.name;
  run.policy_hash = policy.hash;
  if (keyring != nullptr) run.key_id = keyring->current().id();
  return run;
}

Result<AuditSummary> RunAudit(const Scanner& scanner, Store& store, const AuditOptions& options,
                              const std::vector<std::string>& inputs, AuditEvents& events) {
  return AuditSession(scanner, store, options, events).Run(inputs);
}

}  // namespace gatepost
