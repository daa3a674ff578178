#pragma once

// Bytes that came from a client and are not taken yet.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace gatepost {

// Grows to what is asked for, and keeps it.
class ReadBuffer {
 public:
  [[nodiscard]] std::string_view unread() const { return {bytes_.get() + begin_, end_ - begin_}; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

  // Room for at least `size` bytes behind what is unread. Views of that become invalid.
  [[nodiscard]] std::span<char> Room(size_t size) {
    if (begin_ == end_) begin_ = end_ = 0;
    if (capacity_ - end_ < size) MakeRoom(size);
    return {bytes_.get() + end_, capacity_ - end_};
  }
  // So many bytes were written to the room.
  void Add(size_t size) { end_ += size; }
  void Take(size_t size) { begin_ += size; }
  void Clear() { begin_ = end_ = 0; }

 private:
  void MakeRoom(size_t size) {
    const size_t unread_size = end_ - begin_;
    const size_t needed = unread_size + size;
    if (needed > capacity_) {
      capacity_ = std::max(needed, 2 * capacity_);
      std::unique_ptr<char[]> bytes(new char[capacity_]);  // not zeroed
      if (unread_size > 0) std::memcpy(bytes.get(), bytes_.get() + begin_, unread_size);
      bytes_ = std::move(bytes);
    } else if (unread_size > 0) {
      std::memmove(bytes_.get(), bytes_.get() + begin_, unread_size);
    }
    begin_ = 0;
    end_ = unread_size;
  }

  std::unique_ptr<char[]> bytes_;
  size_t capacity_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;
};

}  // namespace gatepost
