#include "scan/seen_matches.h"

namespace gatepost {

bool SeenMatches::Add(const Skeleton& skeleton, const Match& match) {
  const Span original = skeleton.ToOriginal(match.span);
  const bool is_new = seen_.insert({match.pattern, original.begin, original.end}).second;
  if (skeleton.view() == View::kPlain) return true;
  return is_new && !WaysIn(skeleton.changes(), original).empty();
}

}  // namespace gatepost
