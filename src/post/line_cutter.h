#pragma once

// A file of which each line is a record.

#include <cstdint>

#include "post/post_format.h"
#include "post/source_buffer.h"

namespace gatepost {

// Lines without their ends; those that are empty or blank are passed over. A line over the limit is
// skipped to its end and comes as too large. Borrows the source.
class LineCutter final : public RecordCutter {
 public:
  LineCutter(ByteSource& bytes, uint64_t max_line_bytes)
      : buffer_(bytes), max_line_bytes_(max_line_bytes) {}

  [[nodiscard]] Result<std::optional<Record>> Next() override;

 private:
  SourceBuffer buffer_;
  uint64_t max_line_bytes_;
  uint64_t records_ = 0;
};

}  // namespace gatepost
