#include "report/parsed_json.h"

namespace gatepost {
namespace {

class TreeBuilder : public JsonHandler {
 public:
  void OnKey(std::string_view key) override { key_ = key; }
  void OnString(std::string_view value) override { Add(ParsedJson::Type::kString, value); }
  void OnNumber(std::string_view literal) override { Add(ParsedJson::Type::kNumber, literal); }
  void OnBool(bool value) override { Add(ParsedJson::Type::kBool, value ? "true" : "false"); }
  void OnNull() override { Add(ParsedJson::Type::kNull, "null"); }
  void OnBeginObject() override { Open(ParsedJson::Type::kObject); }
  void OnEndObject() override { open_.pop_back(); }
  void OnBeginArray() override { Open(ParsedJson::Type::kArray); }
  void OnEndArray() override { open_.pop_back(); }

  ParsedJson root;

 private:
  // What was opened stands in its parent, which does not grow while it is open.
  void Open(ParsedJson::Type type) { open_.push_back(&Add(type, {})); }

  ParsedJson& Add(ParsedJson::Type type, std::string_view text) {
    ParsedJson& place = Place();
    place.type = type;
    place.text = text;
    return place;
  }

  ParsedJson& Place() {
    if (open_.empty()) return root;
    ParsedJson& parent = *open_.back();
    if (parent.type == ParsedJson::Type::kArray) return parent.elements.emplace_back();
    CAPTURE(key_);
    REQUIRE_FALSE(parent.Has(key_));
    return parent.members[key_];
  }

  std::vector<ParsedJson*> open_;
  std::string key_;
};

}  // namespace

ParsedJson ParseTree(std::string_view json) {
  JsonReader reader;
  TreeBuilder builder;
  const auto outcome = reader.Read(json, builder);
  if (!outcome) FAIL(outcome.error().ToString());
  CHECK_FALSE(outcome->was_repaired);
  CHECK_FALSE(outcome->had_raw_controls);
  return std::move(builder.root);
}

}  // namespace gatepost
