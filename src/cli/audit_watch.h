#pragma once

// A person watching an audit: a line of progress, and Ctrl-C.

#include <chrono>
#include <csignal>

#include "audit/audit.h"
#include "cli/progress_line.h"

namespace gatepost {

// The line is rewritten twice a second, on standard error, if that is a terminal. While one of
// these is alive, a first SIGINT or SIGTERM ends the audit at the next post, and a second one kills
// the program. One at a time.
class AuditWatch final : public AuditEvents {
 public:
  AuditWatch();
  ~AuditWatch() override;
  AuditWatch(const AuditWatch&) = delete;
  AuditWatch& operator=(const AuditWatch&) = delete;

  void OnProgress(const AuditProgress& progress) override;
  [[nodiscard]] bool IsStopped() const override;
  // Takes the line away.
  void Clear();

 private:
  void Draw(const AuditProgress& progress, std::chrono::duration<double> elapsed);

  ProgressLine line_;
  bool is_wanted_;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point next_;
  struct sigaction old_interrupt_ {};
  struct sigaction old_terminate_ {};
};

}  // namespace gatepost
