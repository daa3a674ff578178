#include "scan/turns.h"

namespace gatepost {

void Turns::Wait(uint64_t number) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return next_ == number; });
}

void Turns::Pass(uint64_t number) {
  const std::lock_guard lock(mutex_);
  passed_.insert(number);
  while (passed_.erase(next_) == 1) ++next_;
  changed_.notify_all();
}

}  // namespace gatepost
