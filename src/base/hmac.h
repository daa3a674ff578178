#pragma once

// HMAC-SHA256 (RFC 2104, FIPS 198-1): a digest that only who holds the key can make.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace gatepost {

// Keyed once, used many times: after Finish() it begins anew under the same key, which is much
// cheaper than making another. Not thread-safe: one per worker. The memory that the key stands in
// is wiped when it goes.
class HmacSha256 {
 public:
  using Digest = std::array<uint8_t, 32>;

  // `key` is of one or more bytes, and borrowed for the call.
  explicit HmacSha256(std::span<const uint8_t> key);
  ~HmacSha256();
  HmacSha256(HmacSha256&&) noexcept;
  HmacSha256& operator=(HmacSha256&&) noexcept;

  void Add(std::string_view bytes);
  // A part with its length before it, in eight bytes, the least first, so that ("ab","c") and
  // ("a","bc") differ.
  void AddPart(std::string_view part);
  // Of all that was added since the last.
  [[nodiscard]] Digest Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
