#include "scan/seen_matches.h"

#include <algorithm>

namespace gatepost {

void SeenMatches::Clear() {
  plain_.reset();
  plain_matches_.clear();
  plain_keys_.clear();
  others_.clear();
}

bool SeenMatches::Add(const Skeleton& skeleton, const Match& match) {
  if (skeleton.view() == View::kPlain) {
    if (!plain_) plain_ = skeleton;
    plain_matches_.push_back(match);
    return true;
  }
  PlacePlain();
  const Span original = skeleton.ToOriginal(match.span);
  const Key key{match.pattern, original.begin, original.end};
  const bool was_plain = std::binary_search(plain_keys_.begin(), plain_keys_.end(), key);
  const bool is_new = !was_plain && others_.insert(key).second;
  return is_new && !WaysIn(skeleton.changes(), original).empty();
}

void SeenMatches::PlacePlain() {
  if (plain_matches_.empty()) return;
  for (const Match& match : plain_matches_) {
    const Span original = plain_->ToOriginal(match.span);
    plain_keys_.push_back({match.pattern, original.begin, original.end});
  }
  plain_matches_.clear();
  std::sort(plain_keys_.begin(), plain_keys_.end());
}

}  // namespace gatepost
