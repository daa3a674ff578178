#pragma once

// Bytes that can be read at any place, for archives whose directory stands at their end.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace gatepost {

// Not thread-safe.
class RandomAccess {
 public:
  virtual ~RandomAccess() = default;
  [[nodiscard]] virtual uint64_t size() const = 0;
  // Bytes from `offset` on, some of those that there are, valid until the next call; empty at the
  // end and behind it. kUnreadable if they cannot be read.
  [[nodiscard]] virtual Result<std::string_view> ReadAt(uint64_t offset) = 0;
};

// Over bytes in memory, which it borrows.
class MemoryAccess final : public RandomAccess {
 public:
  explicit MemoryAccess(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] uint64_t size() const override { return bytes_.size(); }
  [[nodiscard]] Result<std::string_view> ReadAt(uint64_t offset) override {
    return bytes_.substr(std::min<uint64_t>(offset, bytes_.size()));
  }

 private:
  std::string_view bytes_;
};

}  // namespace gatepost
