#include "bench/memory_sum.h"

#include <numeric>

namespace gatepost::bench {

MemorySum::MemorySum() : words_(kBytes / sizeof(uint64_t)) {
  std::iota(words_.begin(), words_.end(), uint64_t{1});
}

size_t MemorySum::Sum() const {
  uint64_t sum = 0;
  for (const uint64_t word : words_) sum += word;
  return sum;
}

}  // namespace gatepost::bench
