#pragma once

// Which matches of a field's views are worth judging: what a view shows again was judged before.

#include <compare>
#include <set>
#include <vector>

#include "match/match.h"
#include "text/skeleton.h"

namespace gatepost {

// The matches of one field, view after view. Reused; one per worker.
class SeenMatches {
 public:
  void Clear() {
    plain_.clear();
    seen_.clear();
  }
  // False if the match need not be judged: a view before had it at the same place of the original,
  // or nothing of it was hidden, so that the plain view says more of what is beside it.
  [[nodiscard]] bool Add(const Skeleton& skeleton, const Match& match);

 private:
  struct Key {
    PatternIndex pattern;
    uint32_t begin, end;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  std::vector<Key> plain_;  // of the plain view; most fields have no other
  std::set<Key> seen_;      // of all, once there is another
};

}  // namespace gatepost
