#pragma once

// Numbers and strings as bytes, on any machine the same: what is kept from one run to the next.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatepost {

// The bytes of a text as most libraries want them.
[[nodiscard]] inline const uint8_t* UnsignedBytes(std::string_view text) {
  return static_cast<const uint8_t*>(static_cast<const void*>(text.data()));
}

// Four bytes, the lowest first.
void AppendNumber(uint32_t number, std::string& bytes);
// Its size, then its bytes; less than 4 GiB.
void AppendString(std::string_view text, std::string& bytes);

// Takes numbers and strings off the front of some bytes; once they run out, all is zero and empty.
// Borrows the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  uint32_t Number();
  // What AppendString wrote; a view of the bytes.
  std::string_view String();
  // A number that says how many things follow, each of `bytes_each` bytes or more: 0 if there are
  // not so many bytes left.
  size_t Count(size_t bytes_each);

  [[nodiscard]] bool has_run_out() const { return has_run_out_; }
  [[nodiscard]] size_t left() const { return left_.size(); }

 private:
  std::string_view Take(size_t count);

  std::string_view left_;
  bool has_run_out_ = false;
};

}  // namespace gatepost
