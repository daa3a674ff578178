#pragma once

// Lines of a file or pipe, one at a time, in bounded memory.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gatepost {

// A line without its end. A line over the limit is skipped to its end and comes with is_too_long
// and no text.
struct Line {
  std::string_view text;  // valid until the next call
  std::string_view end;   // "\n", "\r\n", or what the last line of an input ends in; valid as long
  uint64_t number = 0;    // from 1
  uint64_t bytes = 0;     // of the line in the input, its end included
  bool is_too_long = false;
};

// Not thread-safe.
class LineSource {
 public:
  // `path` "-" is standard input. kUnreadable if it cannot be opened.
  [[nodiscard]] static Result<LineSource> Open(const std::string& path, uint64_t max_line_bytes);
  // Over text in memory, for tests; borrows it.
  [[nodiscard]] static LineSource Over(std::string_view text, uint64_t max_line_bytes);

  ~LineSource();
  LineSource(LineSource&&) noexcept;
  LineSource& operator=(LineSource&&) noexcept;

  // The next line, nullopt at the end; kUnreadable if reading fails midway. A last line without an
  // end counts.
  [[nodiscard]] Result<std::optional<Line>> Next();
  // Next() has a line at hand and will not wait for the input.
  [[nodiscard]] bool HasLine() const;

 private:
  struct State;
  explicit LineSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
