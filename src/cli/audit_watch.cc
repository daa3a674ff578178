#include "cli/audit_watch.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <string>

#include "cli/terminal.h"

namespace gatepost {
namespace {

constexpr std::chrono::milliseconds kInterval{500};
// Before that, no time left is told: it would be a guess.
constexpr double kSecondsToKnow = 2;

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

// "2:05", "1:02:05".
std::string ClockText(double seconds) {
  const auto whole = static_cast<unsigned long long>(seconds);
  char text[40];
  if (whole >= 3600) {
    std::snprintf(text, sizeof text, "%llu:%02llu:%02llu", whole / 3600, whole / 60 % 60,
                  whole % 60);
  } else {
    std::snprintf(text, sizeof text, "%llu:%02llu", whole / 60, whole % 60);
  }
  return text;
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
  const double seconds = std::max(elapsed.count(), 1e-3);
  const auto total = static_cast<double>(progress.input_bytes_total);
  const double share = total > 0 ? static_cast<double>(progress.input_bytes) / total : 0;
  std::string line;
  char part[120];
  std::snprintf(part, sizeof part, "%llu posts, %.1f MB of text a second, %llu findings",
                static_cast<unsigned long long>(progress.posts),
                static_cast<double>(progress.text_bytes) / 1e6 / seconds,
                static_cast<unsigned long long>(progress.findings));
  line += part;
  if (progress.inputs_total > 1) {
    std::snprintf(part, sizeof part, ", input %llu of %llu",
                  static_cast<unsigned long long>(progress.inputs),
                  static_cast<unsigned long long>(progress.inputs_total));
    line += part;
  }
  if (share > 0.01 && share <= 1 && seconds > kSecondsToKnow) {
    std::snprintf(part, sizeof part, ", %.0f %%, ", share * 100);
    line += part + ClockText(seconds / share - seconds) + " left";
  }
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
