#pragma once

// SHA-256, for naming content: pattern sets, inputs, caches.

#include <memory>
#include <string>
#include <string_view>

namespace gatepost {

// Of bytes as they are, in whatever pieces they come: what sha256sum gives. Not thread-safe.
class ByteSha256 {
 public:
  ByteSha256();
  ~ByteSha256();
  ByteSha256(ByteSha256&&) noexcept;
  ByteSha256& operator=(ByteSha256&&) noexcept;

  void Add(std::string_view bytes);
  // 64 lower-case hex digits. Nothing may be added afterwards.
  [[nodiscard]] std::string HexDigest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Feed it parts, each with its length so that ("ab","c") and ("a","bc") differ, and take the hex
// digest once. Not thread-safe.
class Sha256 {
 public:
  void Add(std::string_view part);
  // 64 lower-case hex digits. Nothing may be added afterwards.
  [[nodiscard]] std::string HexDigest() { return bytes_.HexDigest(); }

 private:
  ByteSha256 bytes_;
};

}  // namespace gatepost
