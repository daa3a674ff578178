#pragma once

// A JSON document as a tree, for tests that look into one.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "catch.h"

namespace gatepost {

struct ParsedJson {
  enum class Type { kNull, kBool, kNumber, kString, kArray, kObject };
  Type type = Type::kNull;
  std::string text;  // of a string; a number as written; "true" or "false"
  std::vector<ParsedJson> elements;
  std::map<std::string, ParsedJson> members;

  [[nodiscard]] bool Has(const std::string& key) const { return members.count(key) != 0; }
  // A member or element that must be there.
  const ParsedJson& operator[](const std::string& key) const {
    CAPTURE(key);
    REQUIRE(Has(key));
    return members.at(key);
  }
  const ParsedJson& operator[](size_t index) const {
    REQUIRE(index < elements.size());
    return elements[index];
  }
};

// Fails the test on anything that is not JSON or has a key twice.
ParsedJson ParseTree(std::string_view json);

}  // namespace gatepost
