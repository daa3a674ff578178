#pragma once

// Keeps a second audit out of a store while one runs.

#include <string>

#include "base/result.h"

namespace gatepost {

// Held as long as it lives; gone with the process, however that ends.
class StoreLock {
 public:
  // kUnreadable if another process holds it. The file must be there.
  [[nodiscard]] static Result<StoreLock> Take(const std::string& path);
  ~StoreLock();
  StoreLock(StoreLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  StoreLock& operator=(StoreLock&&) = delete;

 private:
  explicit StoreLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace gatepost
