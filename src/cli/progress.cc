#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

#include "cli/terminal.h"

namespace gatepost {
namespace {

constexpr std::chrono::milliseconds kInterval{500};
// The clock is not asked for every item.
constexpr uint64_t kItemsPerLook = 256;

}  // namespace

Progress::Progress()
    : is_wanted_(IsTerminal(STDERR_FILENO) && !IsTerminal(STDOUT_FILENO)),
      next_(std::chrono::steady_clock::now() + kInterval) {}

void Progress::Count(uint64_t bytes) {
  ++items_;
  bytes_ += bytes;
  if (!is_wanted_ || items_ % kItemsPerLook != 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  Draw();
}

void Progress::Draw() {
  is_drawn_ = true;
  std::fprintf(stderr, "\r\x1b[Kgatepost: %llu posts, %.1f MB",
               static_cast<unsigned long long>(items_), static_cast<double>(bytes_) / 1e6);
  std::fflush(stderr);
}

void Progress::Clear() {
  if (is_drawn_) std::fputs("\r\x1b[K", stderr);
  is_drawn_ = false;
}

}  // namespace gatepost
