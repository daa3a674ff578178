#pragma once

// SHA-256, for naming content: pattern sets, inputs, caches.

#include <memory>
#include <string>
#include <string_view>

namespace gatepost {

// Feed it parts, each with its length so that ("ab","c") and ("a","bc") differ, and take the hex
// digest once.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void Add(std::string_view part);
  // 64 lower-case hex digits. Nothing may be added afterwards.
  [[nodiscard]] std::string HexDigest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
