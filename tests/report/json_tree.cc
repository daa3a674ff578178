#include "report/json_tree.h"

namespace gatepost {
namespace {

class TreeBuilder : public JsonHandler {
 public:
  void OnKey(std::string_view key) override { key_ = key; }
  void OnString(std::string_view value) override { Add(JsonTree::Type::kString, value); }
  void OnNumber(std::string_view literal) override { Add(JsonTree::Type::kNumber, literal); }
  void OnBool(bool value) override { Add(JsonTree::Type::kBool, value ? "true" : "false"); }
  void OnNull() override { Add(JsonTree::Type::kNull, "null"); }
  void OnBeginObject() override { Open(JsonTree::Type::kObject); }
  void OnEndObject() override { open_.pop_back(); }
  void OnBeginArray() override { Open(JsonTree::Type::kArray); }
  void OnEndArray() override { open_.pop_back(); }

  JsonTree root;

 private:
  // What was opened stands in its parent, which does not grow while it is open.
  void Open(JsonTree::Type type) { open_.push_back(&Add(type, {})); }

  JsonTree& Add(JsonTree::Type type, std::string_view text) {
    JsonTree& place = Place();
    place.type = type;
    place.text = text;
    return place;
  }

  JsonTree& Place() {
    if (open_.empty()) return root;
    JsonTree& parent = *open_.back();
    if (parent.type == JsonTree::Type::kArray) return parent.elements.emplace_back();
    CAPTURE(key_);
    REQUIRE_FALSE(parent.Has(key_));
    return parent.members[key_];
  }

  std::vector<JsonTree*> open_;
  std::string key_;
};

}  // namespace

JsonTree ParseTree(std::string_view json) {
  JsonReader reader;
  TreeBuilder builder;
  const auto outcome = reader.Read(json, builder);
  if (!outcome) FAIL(outcome.error().ToString());
  CHECK_FALSE(outcome->was_repaired);
  CHECK_FALSE(outcome->had_raw_controls);
  return std::move(builder.root);
}

}  // namespace gatepost
