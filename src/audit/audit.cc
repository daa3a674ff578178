#include "audit/audit.h"

#include "audit/audit_session.h"

namespace gatepost {

Result<AuditSummary> RunAudit(const Scanner& scanner, Store& store, const AuditOptions& options,
                              const std::vector<std::string>& inputs, AuditEvents& events) {
  return AuditSession(scanner, store, options, events).Run(inputs);
}

}  // namespace gatepost
