#pragma once

// Taking up changed patterns, policies and keys while the service goes on.

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/post.h"

namespace gatepost::service {

// What became of the last reload: what /readyz tells.
struct ReloadOutcome {
  bool was_taken = true;
  Time at;
  std::vector<std::string> errors;  // why it was not: for people, with file and line
};

// Thread-safe.
class ReloadState {
 public:
  void Set(ReloadOutcome outcome) {
    const std::lock_guard lock(mutex_);
    outcome_ = std::move(outcome);
  }
  // nullopt: there was none since the start.
  [[nodiscard]] std::optional<ReloadOutcome> Get() const {
    const std::lock_guard lock(mutex_);
    return outcome_;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<ReloadOutcome> outcome_;
};

}  // namespace gatepost::service
