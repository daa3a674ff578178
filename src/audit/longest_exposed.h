#pragma once

// The values that have been public for longest: those whose earliest post that is not known to be
// gone is the oldest. Values whose posts have no date come last.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/store.h"

namespace gatepost {

struct ExposedValue {
  static constexpr size_t kPosts = 3;
  struct InPost {
    std::optional<Time> published;
    std::string account, url;
    Visibility visibility = Visibility::kUnknown;
  };

  uint64_t hash = 0;  // MixedHash of the fingerprint
  std::string pattern, name, severity, masked, fingerprint;
  std::optional<Time> first_published;
  uint64_t posts = 0;           // that give it away and are not known to be gone
  bool is_posts_least = false;  // there may be more: too many values to count the posts of all
  Visibility visibility = Visibility::kUnknown;  // kPublic if any of them is known to be
  std::vector<InPost> earliest;                  // at most kPosts of them, the oldest first
};

// In bounded memory. The values and their dates are always right: a value once displaced by older
// ones can come back only with an older post. Not thread-safe.
class LongestExposed {
 public:
  static constexpr size_t kValues = 100;
  static constexpr size_t kCountedValues = size_t{1} << 20;

  explicit LongestExposed(size_t values = kValues, size_t counted_values = kCountedValues)
      : max_values_(values), max_counted_(counted_values) {}

  // An open finding with a fingerprint, in a post that is not known to be gone; as a store gives
  // them, those of a post one after the other. `hash` is the fingerprint's.
  void Add(const FindingInPost& found, uint64_t hash);

  // At most kValues, the longest exposed first.
  [[nodiscard]] const std::vector<ExposedValue>& values() const { return values_; }

 private:
  struct PostCount {
    uint64_t posts = 0;
    int64_t last_post = 0;
    bool is_public = false;
  };

  // Where the value stands in values_, put there if it belongs there; the end if it does not.
  std::vector<ExposedValue>::iterator PlaceOf(const FindingInPost& found, uint64_t hash);

  size_t max_values_;
  size_t max_counted_;
  std::vector<ExposedValue> values_;
  std::unordered_map<uint64_t, PostCount> counts_;  // by hash
};

}  // namespace gatepost
