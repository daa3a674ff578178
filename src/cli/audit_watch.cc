#include "cli/audit_watch.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <string>

#include "cli/terminal.h"

namespace gatepost {
namespace {

constexpr std::chrono::milliseconds kInterval{500};

std::atomic<bool> is_stopped = false;

void Stop(int /*signal*/) { is_stopped = true; }

struct sigaction Catch(int signal) {
  struct sigaction action {};
  action.sa_handler = Stop;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  struct sigaction old {};
  ::sigaction(signal, &action, &old);
  return old;
}

}  // namespace

AuditWatch::AuditWatch()
    : is_wanted_(IsTerminal(STDERR_FILENO)),
      begun_(std::chrono::steady_clock::now()),
      next_(begun_ + kInterval) {
  is_stopped = false;
  old_interrupt_ = Catch(SIGINT);
  old_terminate_ = Catch(SIGTERM);
}

AuditWatch::~AuditWatch() {
  Clear();
  ::sigaction(SIGINT, &old_interrupt_, nullptr);
  ::sigaction(SIGTERM, &old_terminate_, nullptr);
}

bool AuditWatch::IsStopped() const { return is_stopped.load(std::memory_order_relaxed); }

void AuditWatch::OnProgress(const AuditProgress& progress) {
  if (!is_wanted_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  Draw(progress, now - begun_);
}

void AuditWatch::Draw(const AuditProgress& progress, std::chrono::duration<double> elapsed) {
  const std::string line = line_.Of(progress, elapsed.count());
  is_drawn_ = true;
  std::fprintf(stderr, "\r\x1b[K%.*s", static_cast<int>(TerminalWidth(STDERR_FILENO)) - 1,
               line.c_str());
  std::fflush(stderr);
}

void AuditWatch::Clear() {
  if (is_drawn_) std::fputs("\r\x1b[K", stderr);
  is_drawn_ = false;
}

}  // namespace gatepost
