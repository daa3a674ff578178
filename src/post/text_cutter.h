#pragma once

// A text cut into parts of a size that can be scanned, at places where texts have their joints.

#include <cstdint>

#include "post/post_format.h"
#include "post/source_buffer.h"

namespace gatepost {

// How many bytes a part of a text has at most.
[[nodiscard]] uint64_t MaxPartBytes(const ReadOptions& options);

// Every byte of the file is in one part, and a file of up to `max_part_bytes` is one. A longer one
// is cut behind the last blank line that a part can hold, or else behind a line, a space or, where
// there is none, a character; looked for in the second half of what a part can hold. Borrows the
// source.
class TextCutter final : public RecordCutter {
 public:
  TextCutter(ByteSource& bytes, uint64_t max_part_bytes)
      : buffer_(bytes), max_part_bytes_(max_part_bytes) {}

  [[nodiscard]] Result<std::optional<Record>> Next() override;

 private:
  SourceBuffer buffer_;
  uint64_t max_part_bytes_;
  uint64_t records_ = 0;
};

// What the post of a part is called: the file's path, with the part's number from the second on.
[[nodiscard]] std::string PartName(std::string_view path, const Record& record);

}  // namespace gatepost
