#pragma once

// Where findings stand, told by field, line and column.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "judge/finding.h"
#include "text/offsets.h"

namespace gatepost {

// Counts through each field of a post once, if asked for places in ascending order. Borrows the
// post.
class FieldPlaces {
 public:
  explicit FieldPlaces(const Post& post);

  [[nodiscard]] const Field& FieldOf(const Place& place) const {
    return post_.fields[place.field.number()];
  }
  // The place's bytes.
  [[nodiscard]] std::string_view ValueAt(const Place& place) const {
    return Cut(FieldOf(place).text, place.span);
  }
  [[nodiscard]] LineColumn LineColumnOf(const Place& place);
  [[nodiscard]] SpanUnits UnitsOf(const Place& place);

  // "alt_text", or "alt_text 2" where the post has several of that kind.
  [[nodiscard]] std::string NameOf(const Field& field) const;
  // "3:7", or "alt_text 2, 3:7" where it does not stand in the only text.
  [[nodiscard]] std::string Describe(const Place& place);

 private:
  const Post& post_;
  std::vector<OffsetCounter> counters_;
  std::array<size_t, static_cast<size_t>(FieldKind::kOther) + 1> fields_of_kind_{};
};

}  // namespace gatepost
