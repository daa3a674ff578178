#pragma once

// Strings of a JSON document written anew where they stand, and nothing else of it touched.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gatepost {

// A string of a document, by its number among all keys and strings, from 0.
struct NewJsonString {
  uint32_t number = 0;
  std::string_view text;  // UTF-8, not escaped
};

// Appends `json`, a document that JsonReader reads, with those strings in the place of its own;
// every other byte stays as it is. The numbers ascend.
void AppendWithStrings(std::string_view json, std::span<const NewJsonString> strings,
                       std::string& out);

}  // namespace gatepost
