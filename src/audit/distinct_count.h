#pragma once

// How many different values there are among very many, in bounded memory: exact for the first
// kExactValues, beyond that an estimate.
//
// The estimate is adaptive sampling (Flajolet, "On adaptive sampling", Computing 34, 1990): of the
// values' hashes only those that end in `level` zero bits are kept, and whenever too many are, the
// level rises. With kSampledValues its standard error is about 1.2 / sqrt(kSampledValues), half a
// per cent.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace gatepost {

// 64 well-mixed bits of `text`, on any machine the same.
[[nodiscard]] uint64_t MixedHash(std::string_view text);

// Not thread-safe.
class DistinctCount {
 public:
  static constexpr size_t kExactValues = size_t{1} << 20;
  static constexpr size_t kSampledValues = size_t{1} << 16;

  explicit DistinctCount(size_t exact_values = kExactValues, size_t sampled_values = kSampledValues)
      : exact_values_(exact_values), sampled_values_(sampled_values) {}

  // A value by its MixedHash. True if it is known to be new; never once the count is an estimate.
  bool Add(uint64_t hash);

  [[nodiscard]] uint64_t count() const { return static_cast<uint64_t>(hashes_.size()) << level_; }
  [[nodiscard]] bool is_exact() const { return level_ == 0; }

 private:
  [[nodiscard]] bool IsSampled(uint64_t hash) const {
    return (hash & ((uint64_t{1} << level_) - 1)) == 0;
  }

  size_t exact_values_;
  size_t sampled_values_;
  unsigned level_ = 0;
  std::unordered_set<uint64_t> hashes_;
};

}  // namespace gatepost
