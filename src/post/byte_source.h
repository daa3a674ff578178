#pragma once

// Bytes that come block by block, so that no file has to fit into memory.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gatepost {

// Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // The next bytes, valid until the next call; empty at the end. Fails if what follows cannot be
  // read (kUnreadable; kSyntax if it is damaged; kTooLarge if it is over a limit); what came before
  // was right. After the end or a failure it gives the same again.
  [[nodiscard]] virtual Result<std::string_view> Next() = 0;
};

// Text in memory, in blocks of at most `block_bytes`. Borrows it.
[[nodiscard]] std::unique_ptr<ByteSource> SourceOver(std::string_view text,
                                                     size_t block_bytes = 64 << 10);

// All that is left of the source. kTooLarge if that is over `max_bytes`.
[[nodiscard]] Result<std::string> ReadAll(ByteSource& source, uint64_t max_bytes);

}  // namespace gatepost
