#include "report/json_copy.h"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace gatepost {
namespace {

void CopyMembers(JsonValue object, JsonWriter& json) {
  json.BeginObject();
  for (const JsonValue member : object.elements()) {
    json.Key(member.key());
    CopyJson(member, json);
  }
  json.EndObject();
}

void CopyElements(JsonValue array, JsonWriter& json) {
  json.BeginArray();
  for (const JsonValue element : array.elements()) CopyJson(element, json);
  json.EndArray();
}

void CopyNumber(std::string_view literal, JsonWriter& json) {
  int64_t number = 0;
  std::from_chars(literal.data(), literal.data() + literal.size(), number);
  json.Integer(number);
}

}  // namespace

// As deep as a document may be: kMaxJsonDepth.
void CopyJson(JsonValue value, JsonWriter& json) {
  switch (value.type()) {
    case JsonValue::Type::kObject:
      return CopyMembers(value, json);
    case JsonValue::Type::kArray:
      return CopyElements(value, json);
    case JsonValue::Type::kString:
      json.String(value.text());
      return;
    case JsonValue::Type::kNumber:
      return CopyNumber(value.text(), json);
    case JsonValue::Type::kBool:
      json.Bool(value.text() == "true");
      return;
    default:
      json.Null();
  }
}

}  // namespace gatepost
