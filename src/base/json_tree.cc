#include "base/json_tree.h"

#include <algorithm>

namespace gatepost {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

}  // namespace

JsonValue::Type JsonValue::type() const {
  return tree_ == nullptr ? Type::kNothing : tree_->nodes_[node_].type;
}

std::string_view JsonValue::text() const {
  return tree_ == nullptr ? std::string_view() : tree_->nodes_[node_].text;
}

std::string_view JsonValue::key() const {
  return tree_ == nullptr ? std::string_view() : tree_->nodes_[node_].key;
}

JsonValue JsonValue::operator[](std::string_view key) const {
  JsonValue found;
  if (!is_object()) return found;
  for (const JsonValue& member : elements()) {
    if (member.key() == key) found = member;
  }
  return found;
}

bool JsonValue::has_repeated_key() const {
  if (!is_object()) return false;
  std::vector<std::string_view> keys;
  for (const JsonValue& member : elements()) keys.push_back(member.key());
  std::ranges::sort(keys);
  return std::ranges::adjacent_find(keys) != keys.end();
}

JsonValue JsonValue::first() const {
  if (!is_array() && !is_object()) return {};
  const bool is_empty = tree_->nodes_[node_].end == node_ + 1;
  return is_empty ? JsonValue() : JsonValue(tree_, node_ + 1);
}

JsonValue JsonValue::next() const {
  if (tree_ == nullptr || tree_->nodes_[node_].is_last) return {};
  return {tree_, tree_->nodes_[node_].end};
}

JsonValue::Range JsonValue::elements() const { return {first()}; }

Result<JsonOutcome> JsonTree::Read(std::string_view document) {
  nodes_.clear();
  open_.clear();
  latest_.clear();
  key_ = {};
  Result<JsonOutcome> outcome = reader_.Read(document, *this);
  while (!open_.empty()) Close();
  return outcome;
}

JsonValue JsonTree::root() const { return nodes_.empty() ? JsonValue() : JsonValue(this, 0); }

void JsonTree::Add(JsonValue::Type type, std::string_view text) {
  const auto number = static_cast<uint32_t>(nodes_.size());
  if (!open_.empty()) {
    if (latest_.back() != kNone) nodes_[latest_.back()].is_last = false;
    latest_.back() = number;
  }
  nodes_.push_back({type, true, number + 1, key_, text});
  key_ = {};
}

void JsonTree::Open(JsonValue::Type type) {
  Add(type, {});
  open_.push_back(static_cast<uint32_t>(nodes_.size() - 1));
  latest_.push_back(kNone);
}

void JsonTree::Close() {
  nodes_[open_.back()].end = static_cast<uint32_t>(nodes_.size());
  open_.pop_back();
  latest_.pop_back();
}

}  // namespace gatepost
