#pragma once

// A source whose begin can be looked at before it is read.

#include <string>
#include <string_view>

#include "post/byte_source.h"
#include "post/post_format.h"

namespace gatepost {

// Borrows the source.
class HeadSource final : public ByteSource {
 public:
  explicit HeadSource(ByteSource& source) : source_(source) {}

  // The first kHeadBytes, or all if it has no more. Before the first Next; valid as long as this
  // is. Fails only if not even a byte can be read.
  [[nodiscard]] Result<FileHead> Head(std::string_view path);
  // All of it, from the begin.
  [[nodiscard]] Result<std::string_view> Next() override;
  // Reading has failed, not only what reads made of it.
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  ByteSource& source_;
  std::string begin_;  // all that was read to see the head
  bool is_begin_given_ = false;
  bool has_failed_ = false;
};

}  // namespace gatepost
