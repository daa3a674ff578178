#include "scan/seen_matches.h"

namespace gatepost {

bool SeenMatches::Add(const Skeleton& skeleton, const Match& match) {
  const Span original = skeleton.ToOriginal(match.span);
  const Key key{match.pattern, original.begin, original.end};
  if (skeleton.view() == View::kPlain) {
    plain_.push_back(key);
    return true;
  }
  seen_.insert(plain_.begin(), plain_.end());
  plain_.clear();
  const bool is_new = seen_.insert(key).second;
  return is_new && !WaysIn(skeleton.changes(), original).empty();
}

}  // namespace gatepost
