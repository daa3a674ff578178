#pragma once

// The fastest that anything can look at a text: adding up memory once, far more of it than caches
// hold.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gatepost::bench {

class MemorySum {
 public:
  // Of the buffer, in bytes.
  static constexpr size_t kBytes = size_t{256} << 20;

  MemorySum();
  // The low bits of the sum.
  [[nodiscard]] size_t Sum() const;

 private:
  std::vector<uint64_t> words_;
};

}  // namespace gatepost::bench
