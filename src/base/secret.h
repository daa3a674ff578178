#pragma once

// Memory for what must not outlive its use: keys, and files with keys in them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace gatepost {

// Text in memory of a fixed size, so that growing leaves no copies behind. Wiped when it goes;
// moves hand the memory over and copy nothing.
class SecretText {
 public:
  explicit SecretText(size_t room);
  ~SecretText();
  SecretText(SecretText&&) noexcept;
  SecretText& operator=(SecretText&&) noexcept;

  // `text` must fit the room that is left.
  void Append(std::string_view text);
  // The room that is left, to be written to directly; Grow says how much of it was.
  [[nodiscard]] std::span<char> room();
  void Grow(size_t bytes);

  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  size_t room_ = 0;
  size_t size_ = 0;
};

// The 32 bytes of one key. Wiped when they go.
struct SecretKey {
  static constexpr size_t kSize = 32;

  SecretKey() = default;
  ~SecretKey();
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;

  std::array<uint8_t, kSize> bytes{};
};

}  // namespace gatepost
