#pragma once

// A TOML text as plain values that know their places, so that only one file sees the parser behind
// it.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatepost {

struct TomlMember;

struct TomlValue {
  enum class Kind : uint8_t { kString, kInteger, kFloat, kBool, kDate, kTime, kArray, kTable };
  Kind kind = Kind::kTable;
  SourcePlace where;  // of its first byte: a string's quote, a table's bracket

  // One of these, by kind. Of times (of day, or with a date) nothing of ours needs the value.
  std::string string;
  int64_t integer = 0;
  double number = 0;  // of a float; may be infinite, or none
  bool boolean = false;
  std::chrono::sys_days date;
  std::vector<TomlValue> items;
  std::vector<TomlMember> members;  // keys are distinct; in the order of the keys

  // Of a string between single quotes, where nothing is escaped: where its first byte stands; line
  // 0 for any other.
  SourcePlace content;
};

struct TomlMember {
  std::string key;
  SourcePlace where;  // of the key
  TomlValue value;
};

// "a string", "an integer" …: what a message says was found or wanted.
[[nodiscard]] std::string_view Describe(TomlValue::Kind kind);

// The text's root table. Errors as CheckTomlLimits, or kSyntax with the parser's reason. A leading
// byte order mark is skipped.
[[nodiscard]] Result<TomlValue> ParseToml(std::string_view text, const std::string& file_name);

// The two differ in places alone. False if a time is among them, whose value is not kept, or a
// float that is none.
[[nodiscard]] bool SaysTheSame(const TomlValue& a, const TomlValue& b);

}  // namespace gatepost
