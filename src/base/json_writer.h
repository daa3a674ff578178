#pragma once

// JSON out: appends to a string that the caller owns and reuses; no allocation beyond that string's
// growth.

#include <cstdint>
#include <string>
#include <string_view>

namespace gatepost {

// Commas are its business; closing what was opened is the caller's. Keys and strings are UTF-8;
// bytes that are not are written as U+FFFD, so the output is always valid JSON. Control characters,
// line separators and the marks that turn the direction of text are written as \uXXXX, so that the
// output does nothing to a terminal it is shown on.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);
  JsonWriter& Integer(int64_t value);
  // With `places` digits behind the point, at most 9; `value` is finite and below 1e15.
  JsonWriter& Decimal(double value, int places);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();

  // Key and value in one, for the common case.
  JsonWriter& Member(std::string_view key, std::string_view value) {
    return Key(key).String(value);
  }
  JsonWriter& Member(std::string_view key, const char* value) { return Key(key).String(value); }
  JsonWriter& Member(std::string_view key, bool value) { return Key(key).Bool(value); }
  JsonWriter& Member(std::string_view key, int64_t value) { return Key(key).Integer(value); }

 private:
  void Separate();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace gatepost
