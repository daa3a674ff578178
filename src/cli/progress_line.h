#pragma once

// How far an audit has come, in a line for whoever waits for it.

#include <string>

#include "audit/audit.h"

namespace gatepost {

// One for a run. Not thread-safe.
class ProgressLine {
 public:
  // "120,000 posts, 23.4 MB of text a second, 17 findings, input 2 of 3, 41 %, 2:05 left"; while
  // inputs are only surveyed, how much of them was. `seconds`: since the run began, never less than
  // before.
  [[nodiscard]] std::string Of(const AuditProgress& progress, double seconds);

 private:
  double surveyed_seconds_ = 0;  // by then no input had been read
};

}  // namespace gatepost
