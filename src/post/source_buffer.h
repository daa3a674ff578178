#pragma once

// The part of a file that its cutter looks at: bytes that have come and were not taken yet.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "post/byte_source.h"
#include "post/post_format.h"

namespace gatepost {

// How many bytes of a file a record may have: those of a post as JSON may write it, where a
// character takes six.
[[nodiscard]] inline uint64_t MaxRecordBytes(const ReadOptions& options) {
  constexpr uint64_t kDefaultPostBytes = 16 << 20;
  return 6 * (options.max_post_bytes == 0 ? kDefaultPostBytes : options.max_post_bytes);
}

// Borrows the source. Views are valid until the next Grow. Not thread-safe.
class SourceBuffer {
 public:
  explicit SourceBuffer(ByteSource& source) : source_(source) {}

  [[nodiscard]] std::string_view bytes() const { return std::string_view(buffer_).substr(begin_); }
  // Adds what comes next; false if nothing does, because the file has ended or cannot be read on.
  bool Grow();
  // The first line with its end, or what is left behind the last; more than `max_bytes` of it, in
  // that or more bytes, if it is longer. Empty: there is nothing left.
  [[nodiscard]] std::string_view Line(uint64_t max_bytes);

  // The first `count` bytes, which are then not at hand any more.
  std::string_view Take(size_t count);
  void TakeRestOfLine();

  // Of the first byte at hand: its place in the file, and its line, from 1.
  [[nodiscard]] uint64_t offset() const { return offset_; }
  [[nodiscard]] uint32_t line() const { return line_; }
  // Why nothing more comes: an Error, or the file has ended.
  [[nodiscard]] const Status& status() const { return status_; }

 private:
  ByteSource& source_;
  std::string buffer_;
  size_t begin_ = 0;
  uint64_t offset_ = 0;
  uint32_t line_ = 1;
  bool is_at_end_ = false;
  Status status_;
};

}  // namespace gatepost
