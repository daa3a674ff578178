#pragma once

// What a JsonReader says of a document, as one string that tests compare.

#include <string>
#include <string_view>

#include "base/json_reader.h"

namespace gatepost {

// {"a":[1,true,null,"x"]} is written {a=[#1 true null 'x' ] } : events with their values, in order.
class JsonEvents : public JsonHandler {
 public:
  void OnKey(std::string_view key) override { Append(std::string(key) + "="); }
  void OnString(std::string_view value) override { Append("'" + std::string(value) + "' "); }
  void OnNumber(std::string_view literal) override { Append("#" + std::string(literal) + " "); }
  void OnBool(bool value) override { Append(value ? "true " : "false "); }
  void OnNull() override { Append("null "); }
  void OnBeginObject() override { Append("{"); }
  void OnEndObject() override { Append("} "); }
  void OnBeginArray() override { Append("["); }
  void OnEndArray() override { Append("] "); }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void Append(std::string_view event) { text_ += event; }
  std::string text_;
};

}  // namespace gatepost
