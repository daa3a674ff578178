#include "judge/evidence.h"

namespace gatepost {

EarlierPlace EarlierPlaceOf(const Post& post, const Field& field, OffsetCounter& counter,
                            Span original) {
  EarlierPlace place;
  place.post_id = post.id.substr(0, kMaxKeptId);
  place.source = post.source.substr(0, kMaxKeptId);
  place.origin = {std::string(post.file), post.line, 0};
  place.kind = field.kind;
  place.nth = field.nth;
  place.begin = counter.Place(original.begin);
  place.span = counter.Units(original);
  return place;
}

}  // namespace gatepost
