#pragma once

// JSON in: one document at a time, as events, so that nothing in it can be overlooked (duplicate
// keys included).

#include <memory>
#include <string_view>

#include "base/result.h"

namespace gatepost {

inline constexpr int kMaxJsonDepth = 1000;

// Receives a document's values in their order. Views are valid until the next call of
// JsonReader::Read. A member's value follows its OnKey. A handler that has seen enough ignores the
// rest.
class JsonHandler {
 public:
  virtual ~JsonHandler() = default;
  virtual void OnKey(std::string_view key) = 0;
  virtual void OnString(std::string_view value) = 0;
  virtual void OnNumber(std::string_view literal) = 0;  // as written
  virtual void OnBool(bool value) = 0;
  virtual void OnNull() = 0;
  virtual void OnBeginObject() = 0;
  virtual void OnEndObject() = 0;
  virtual void OnBeginArray() = 0;
  virtual void OnEndArray() = 0;
};

struct JsonOutcome {
  bool was_repaired = false;      // invalid UTF-8 or lone surrogates were replaced by U+FFFD
  bool had_raw_controls = false;  // control characters stood unescaped in strings; they were kept
};

// Reuses its buffers; one per thread. simdjson inside.
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(JsonReader&&) noexcept;
  JsonReader& operator=(JsonReader&&) noexcept;

  // Reads one whole document, every value of it, to the end. A leading byte order mark is skipped.
  // Text that is JSON but for invalid UTF-8, raw control characters or lone surrogates in its
  // strings is repaired before the handler sees any of it. Anything else that is wrong, and nesting
  // deeper than kMaxJsonDepth, is kSyntax, and then the handler may have seen a part. where.line
  // and where.column are those of the document, counted from 1 in bytes (of its repaired form), 0
  // where not known.
  [[nodiscard]] Result<JsonOutcome> Read(std::string_view document, JsonHandler& handler);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
