#pragma once

// A source whose first bytes can be looked at before they are read.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "post/byte_source.h"

namespace gatepost {

// Borrows the source.
class PeekedSource final : public ByteSource {
 public:
  explicit PeekedSource(ByteSource& source) : source_(source) {}

  // The first bytes, `bytes` of them or more, or all that there are or can be read. Called before
  // Next, as often as wanted; valid until the next call of either.
  [[nodiscard]] std::string_view Peek(size_t bytes);
  // What Peek gave last is all of it, and nothing failed.
  [[nodiscard]] bool is_whole() const { return has_ended_ && !failure_; }
  // What comes behind what Peek gave last cannot be read.
  [[nodiscard]] bool has_failed() const { return failure_.has_value(); }

  // What was peeked at, at once, and then what the source gives.
  [[nodiscard]] Result<std::string_view> Next() override;

 private:
  ByteSource& source_;
  std::string_view head_;  // not given out yet: the source's only block so far, or of `gathered_`
  std::string gathered_;
  bool has_ended_ = false;
  std::optional<Error> failure_;
};

}  // namespace gatepost
