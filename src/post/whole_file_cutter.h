#pragma once

// A file that is one record.

#include <cstdint>
#include <memory>

#include "post/byte_source.h"
#include "post/post_format.h"

namespace gatepost {

// Borrows the bytes. A file of more than `max_bytes` is a record that is too large.
[[nodiscard]] std::unique_ptr<RecordCutter> CutWholeFile(ByteSource& bytes, uint64_t max_bytes);

}  // namespace gatepost
