#pragma once

// What is in use now, of a kind that is replaced as a whole while others go on with what they have.
//
//   Current<Gate> current(std::make_shared<const Gate>(parts));
//   current.Replace(std::make_shared<const Gate>(others));

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

namespace gatepost::service {

// Thread-safe.
template <class T>
class Current {
 public:
  explicit Current(std::shared_ptr<const T> value) : value_(std::move(value)) {}

  [[nodiscard]] std::shared_ptr<const T> Get() const {
    const std::lock_guard lock(mutex_);
    return value_;
  }
  void Replace(std::shared_ptr<const T> value) {
    {
      const std::lock_guard lock(mutex_);
      value_.swap(value);
      version_.fetch_add(1, std::memory_order_release);
    }
    // The old one goes here, outside the lock, if nobody holds it.
  }
  // Changes with every Replace: cheap to look at for every request.
  [[nodiscard]] uint64_t version() const { return version_.load(std::memory_order_acquire); }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> value_;
  std::atomic<uint64_t> version_ = 1;
};

}  // namespace gatepost::service
