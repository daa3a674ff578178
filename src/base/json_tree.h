#pragma once

// A JSON document as a whole, to be asked for its members: for readers of small documents and
// single records, where JsonReader's events would make a state machine of everything.
//
//   JsonTree tree;
//   if (Result<JsonOutcome> outcome = tree.Read(text); !outcome) …
//   std::string_view name = tree.root()["account"]["username"].text();

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "base/result.h"

namespace gatepost {

class JsonTree;

// A value of a tree, or nothing at all: what is asked of nothing is nothing, so that a path can be
// followed without looking at each step. Borrows the tree, and is valid until its next Read.
class JsonValue {
 public:
  enum class Type : uint8_t { kNothing, kNull, kBool, kNumber, kString, kArray, kObject };

  JsonValue() = default;
  [[nodiscard]] Type type() const;
  [[nodiscard]] bool exists() const { return type() != Type::kNothing; }
  [[nodiscard]] bool is_string() const { return type() == Type::kString; }
  [[nodiscard]] bool is_array() const { return type() == Type::kArray; }
  [[nodiscard]] bool is_object() const { return type() == Type::kObject; }

  // Of a string, its text; of a number, as it is written; "true" and "false"; else empty.
  [[nodiscard]] std::string_view text() const;
  // The member of that name; the last, if several have it.
  [[nodiscard]] JsonValue operator[](std::string_view key) const;
  // Of an array or object, the first element or member's value; of those, the next one; nothing
  // behind the last.
  [[nodiscard]] JsonValue first() const;
  [[nodiscard]] JsonValue next() const;
  // Of a member of an object, its name.
  [[nodiscard]] std::string_view key() const;
  // Of an object: two members have one name, so that readers may disagree on what it says.
  [[nodiscard]] bool has_repeated_key() const;

  // for (JsonValue value : array.elements()) …
  struct Iterator;
  struct Range;
  [[nodiscard]] Range elements() const;

 private:
  friend class JsonTree;
  JsonValue(const JsonTree* tree, uint32_t node) : tree_(tree), node_(node) {}

  const JsonTree* tree_ = nullptr;
  uint32_t node_ = 0;
};

struct JsonValue::Iterator {
  JsonValue value;
  const JsonValue& operator*() const { return value; }
  Iterator& operator++() {
    value = value.next();
    return *this;
  }
  bool operator!=(const Iterator& /*end*/) const { return value.exists(); }
};

struct JsonValue::Range {
  JsonValue begin_value;
  [[nodiscard]] Iterator begin() const { return {begin_value}; }
  [[nodiscard]] Iterator end() const { return {}; }
};

// Reuses its memory; one per thread.
class JsonTree final : private JsonHandler {
 public:
  // As JsonReader::Read. After a failure the tree holds what stood before the fault.
  [[nodiscard]] Result<JsonOutcome> Read(std::string_view document);
  [[nodiscard]] JsonValue root() const;

 private:
  friend class JsonValue;
  struct Node {
    JsonValue::Type type = JsonValue::Type::kNull;
    bool is_last = true;  // of its parent's
    uint32_t end = 0;     // the node behind all that it holds
    std::string_view key, text;
  };

  void OnKey(std::string_view key) override { key_ = key; }
  void OnString(std::string_view value) override { Add(JsonValue::Type::kString, value); }
  void OnNumber(std::string_view literal) override { Add(JsonValue::Type::kNumber, literal); }
  void OnBool(bool value) override { Add(JsonValue::Type::kBool, value ? "true" : "false"); }
  void OnNull() override { Add(JsonValue::Type::kNull, {}); }
  void OnBeginObject() override { Open(JsonValue::Type::kObject); }
  void OnEndObject() override { Close(); }
  void OnBeginArray() override { Open(JsonValue::Type::kArray); }
  void OnEndArray() override { Close(); }

  void Add(JsonValue::Type type, std::string_view text);
  void Open(JsonValue::Type type);
  void Close();

  JsonReader reader_;
  std::vector<Node> nodes_;  // each before what it holds
  std::vector<uint32_t> open_;
  std::vector<uint32_t> latest_;  // the last child so far of each open one, kNone at first
  std::string_view key_;
};

}  // namespace gatepost
