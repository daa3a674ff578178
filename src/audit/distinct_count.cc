#include "audit/distinct_count.h"

namespace gatepost {

uint64_t MixedHash(std::string_view text) {
  // FNV-1a, then the finalizer of splitmix64: the last bits of FNV alone are not even enough.
  uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : text) {
    hash ^= static_cast<uint8_t>(byte);
    hash *= 0x100000001B3;
  }
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
  return hash ^ (hash >> 31);
}

bool DistinctCount::Add(uint64_t hash) {
  if (!IsSampled(hash) || !hashes_.insert(hash).second) return false;
  const bool was_exact = is_exact();
  if (was_exact && hashes_.size() <= exact_values_) return true;
  // Half of them or so go with each level; 63 levels leave one value in 2^63.
  while (hashes_.size() > sampled_values_ && level_ < 63) {
    ++level_;
    std::erase_if(hashes_, [this](uint64_t kept) { return !IsSampled(kept); });
  }
  return was_exact;
}

}  // namespace gatepost
