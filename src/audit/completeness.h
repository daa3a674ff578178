#pragma once

// Whether all that an audit was to read was read: what reports say, and exit statuses.

#include <cstdint>
#include <vector>

#include "audit/audit_record.h"
#include "audit/store.h"
#include "base/result.h"

namespace gatepost {

struct Completeness {
  bool has_ended = false;     // the run that read last
  uint64_t posts = 0;         // read from all inputs
  uint64_t unread = 0;        // problems of that kind
  uint64_t unread_files = 0;  // not read, or not to their ends
  uint64_t unfinished_inputs = 0;

  // Where there was no post at all, something is wrong with what was given.
  [[nodiscard]] bool is_complete() const {
    return has_ended && posts > 0 && unread == 0 && unread_files == 0 && unfinished_inputs == 0;
  }
};

// What a store's records come to.
[[nodiscard]] Completeness CompletenessOf(const std::vector<AuditRun>& runs,
                                          const std::vector<AuditInput>& inputs,
                                          const std::vector<AuditFile>& files,
                                          const std::vector<AuditProblem>& problems);
[[nodiscard]] Result<Completeness> CompletenessOf(const Store& store);

}  // namespace gatepost
