#pragma once

// Deciding about values one at a time, at a terminal: `gatepost audit triage --ask`.

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>

#include "audit/audit_record.h"
#include "base/result.h"
#include "report/triage_report.h"

namespace gatepost {

struct DialogueOptions {
  std::string owner;
  std::chrono::sys_days today;
  TextLayout layout;
};

struct DialogueTotals {
  uint64_t decided = 0;
  uint64_t skipped = 0;
};

// Shows each value that has a fingerprint, asks what to do about it and why, and hands what was
// decided to `decide` at once, before it asks on. The reason given last is offered again. Ends with
// the values, when it is told to, and at the end of the input; fails with what `decide` fails with.
[[nodiscard]] Result<DialogueTotals> RunTriageDialogue(
    const TriageReport& report, const DialogueOptions& options, std::istream& in, std::ostream& out,
    const std::function<Status(const Decision&)>& decide);

}  // namespace gatepost
