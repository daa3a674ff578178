#pragma once

// Who asks, and what they may ask for.

#include <cstdint>
#include <string>

namespace gatepost::service {

enum class Right : uint8_t {
  kNone,          // whoever asks
  kCheck,         // what looks at text, or tells of patterns
  kFingerprints,  // findings name their value under the key
  kMetrics,
};

class Rights {
 public:
  constexpr Rights() = default;
  constexpr Rights(std::initializer_list<Right> rights) {
    for (const Right right : rights) Add(right);
  }
  constexpr void Add(Right right) { bits_ |= BitOf(right); }
  [[nodiscard]] constexpr bool Has(Right right) const { return (bits_ & BitOf(right)) != 0; }

 private:
  static constexpr uint8_t BitOf(Right right) {
    return static_cast<uint8_t>(1U << static_cast<uint8_t>(right));
  }
  uint8_t bits_ = BitOf(Right::kNone);
};

struct Client {
  std::string name;  // of the token; empty: there are no tokens, everybody on this machine may ask
  Rights rights;
};

}  // namespace gatepost::service
