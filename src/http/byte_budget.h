#pragma once

// How much memory the bodies of requests may take together.

#include <atomic>
#include <cstdint>

namespace gatepost {

// Thread-safe.
class ByteBudget {
 public:
  explicit ByteBudget(uint64_t max_bytes) : max_bytes_(max_bytes) {}

  // False, and nothing is taken, if there is not as much left.
  [[nodiscard]] bool Take(uint64_t bytes) {
    if (taken_.fetch_add(bytes, std::memory_order_relaxed) + bytes <= max_bytes_) return true;
    GiveBack(bytes);
    return false;
  }
  void GiveBack(uint64_t bytes) { taken_.fetch_sub(bytes, std::memory_order_relaxed); }

 private:
  const uint64_t max_bytes_;
  std::atomic<uint64_t> taken_ = 0;
};

// What one request has taken of a budget; given back in the end. Borrows the budget.
class TakenBytes {
 public:
  explicit TakenBytes(ByteBudget& budget) : budget_(budget) {}
  TakenBytes(const TakenBytes&) = delete;
  TakenBytes& operator=(const TakenBytes&) = delete;
  ~TakenBytes() { GiveBack(); }

  // Until it is `bytes` in all; false if there is not as much left.
  [[nodiscard]] bool GrowTo(uint64_t bytes) {
    if (bytes <= bytes_) return true;
    if (!budget_.Take(bytes - bytes_)) return false;
    bytes_ = bytes;
    return true;
  }
  void GiveBack() {
    if (bytes_ > 0) budget_.GiveBack(bytes_);
    bytes_ = 0;
  }

 private:
  ByteBudget& budget_;
  uint64_t bytes_ = 0;
};

}  // namespace gatepost
