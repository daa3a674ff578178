#pragma once

// The space that a removed word leaves behind.

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace gatepost {

// Goes through one text, from left to right. Borrows it.
class SpaceBeside {
 public:
  explicit SpaceBeside(std::string_view text) : text_(text) {}

  // `removed`, with one space or tab beside it if that would be left over: the one before it where
  // a space, a line's end or a mark that stands close to its word follows; at the begin of a line
  // the one after it. Each `removed` begins where the last ended, or later.
  [[nodiscard]] Span WithoutGap(Span removed);

 private:
  std::string_view text_;
  Span last_;                    // removed
  bool last_was_first_ = false;  // nothing of its line is left before it
};

}  // namespace gatepost
