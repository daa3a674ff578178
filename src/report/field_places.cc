#include "report/field_places.h"

namespace gatepost {

FieldPlaces::FieldPlaces(const Post& post) : post_(post) {
  counters_.reserve(post.fields.size());
  for (const Field& field : post.fields) {
    counters_.emplace_back(field.text);
    ++fields_of_kind_[static_cast<size_t>(field.kind)];
  }
}

LineColumn FieldPlaces::LineColumnOf(const Place& place) {
  return counters_[place.field.number()].Place(place.span.begin);
}

SpanUnits FieldPlaces::UnitsOf(const Place& place) {
  return counters_[place.field.number()].Units(place.span);
}

std::string FieldPlaces::NameOf(const Field& field) const {
  const std::string name(gatepost::NameOf(field.kind));
  if (fields_of_kind_[static_cast<size_t>(field.kind)] == 1) return name;
  return name + " " + std::to_string(field.nth + 1);
}

std::string FieldPlaces::Describe(const Place& place) {
  const LineColumn at = LineColumnOf(place);
  const std::string where = std::to_string(at.line) + ":" + std::to_string(at.column);
  const std::string field = NameOf(FieldOf(place));
  return field == gatepost::NameOf(FieldKind::kText) ? where : field + ", " + where;
}

}  // namespace gatepost
