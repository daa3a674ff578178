#pragma once

// Which matches of a field's views are worth judging: what a view shows again was judged before.

#include <compare>
#include <optional>
#include <set>
#include <vector>

#include "match/match.h"
#include "text/skeleton.h"

namespace gatepost {

// The matches of one field, view after view. Reused; one per worker. Borrows the batch of the
// skeletons until Clear().
class SeenMatches {
 public:
  void Clear();
  // False if the match need not be judged: a view before had it at the same place of the original,
  // or nothing of it was hidden, so that the plain view says more of what is beside it.
  [[nodiscard]] bool Add(const Skeleton& skeleton, const Match& match);

 private:
  struct Key {
    PatternIndex pattern;
    uint32_t begin, end;  // in the original
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  // Most fields have no other view, and then nobody asks where these stand in the original.
  void PlacePlain();

  std::optional<Skeleton> plain_;
  std::vector<Match> plain_matches_;  // those not in plain_keys_ yet
  std::vector<Key> plain_keys_;       // sorted
  std::set<Key> others_;              // of the other views
};

}  // namespace gatepost
