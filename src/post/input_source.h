#pragma once

// An input as it is opened: a file, or a pipe such as standard input.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/digest.h"
#include "base/result.h"
#include "post/byte_source.h"
#include "post/random_access.h"

namespace gatepost {

inline constexpr size_t kInputBlockBytes = 1 << 20;

// An open file's descriptor. Standard input's is left open.
class InputDescriptor {
 public:
  // "-" is standard input. kUnreadable if it cannot be opened or is a folder.
  [[nodiscard]] static Result<InputDescriptor> Open(const std::string& path);
  InputDescriptor(InputDescriptor&& other) noexcept;
  InputDescriptor& operator=(InputDescriptor&& other) noexcept;
  ~InputDescriptor();

  // The next bytes, into the buffer, whose size is the most to read; at a place, if one is given.
  [[nodiscard]] Result<std::string_view> Read(std::string& buffer,
                                              std::optional<uint64_t> offset = {}) const;
  // Of a file; nullopt of a pipe or a device, and of standard input whatever it is.
  [[nodiscard]] const std::optional<uint64_t>& file_bytes() const { return file_bytes_; }

 private:
  InputDescriptor(int number, std::string name) : number_(number), name_(std::move(name)) {}

  int number_ = -1;
  std::string name_;  // for messages
  std::optional<uint64_t> file_bytes_;
};

// Read from its begin to its end in big blocks, and a pipe is hashed meanwhile. A file can be read
// at any place besides. Not thread-safe.
class InputSource final : public ByteSource, public RandomAccess {
 public:
  // Told after each read where in the input it ended.
  using OnPosition = std::function<void(uint64_t position)>;
  InputSource(InputDescriptor descriptor, OnPosition on_position);

  [[nodiscard]] Result<std::string_view> Next() override;
  [[nodiscard]] bool is_file() const { return descriptor_.file_bytes().has_value(); }
  // Of a file, all of it; of a pipe, what was read so far.
  [[nodiscard]] const uint64_t& bytes() const { return bytes_; }
  // Why reading failed, if it did.
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
  // SHA-256 of a pipe that was read to its end.
  [[nodiscard]] std::string HexDigest() { return digest_.HexDigest(); }

  // Of a file.
  [[nodiscard]] uint64_t size() const override { return bytes_; }
  [[nodiscard]] Result<std::string_view> ReadAt(uint64_t offset) override;

 private:
  InputDescriptor descriptor_;
  std::string buffer_;
  std::string buffer_at_;  // of ReadAt
  OnPosition on_position_;
  uint64_t bytes_ = 0;
  uint64_t position_ = 0;  // of Next
  ByteSha256 digest_;
  std::optional<Error> failure_;
};

}  // namespace gatepost
