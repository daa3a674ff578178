#include "post/json_leaves.h"

namespace gatepost {
namespace {

// `place` is the leaf as far as it is known above the value.
void Walk(JsonValue value, JsonLeaf place, const std::function<void(const JsonLeaf&)>& take) {
  if (value.is_array()) {
    for (const JsonValue& element : value.elements()) Walk(element, place, take);
    return;
  }
  if (value.is_object()) {
    const JsonLeaf within{{}, {}, place.key, place.holder, value};
    for (const JsonValue& member : value.elements()) {
      JsonLeaf at_member = within;
      at_member.key = member.key();
      Walk(member, at_member, take);
    }
    return;
  }
  if (!value.exists() || value.type() == JsonValue::Type::kNull) return;
  place.value = value;
  take(place);
}

}  // namespace

void ForEachLeaf(JsonValue root, const std::function<void(const JsonLeaf&)>& take) {
  Walk(root, {}, take);
}

void ReadRecord(const Record& record, JsonTree& tree, PostMaker& maker) {
  const Result<JsonOutcome> outcome = tree.Read(record.bytes);
  if (!outcome) {
    maker.AddUnread("bad_json", "the record " + outcome.error().message);
  } else if (outcome->was_repaired) {
    maker.AddUnread("invalid_utf8",
                    "invalid UTF-8 or half of a surrogate pair stands in the record, and what it "
                    "stood for could not be looked at.");
  }
}

}  // namespace gatepost
