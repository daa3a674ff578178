#pragma once

// Keys that are no secret: 32 bytes counting up from a number.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/key.h"

namespace gatepost {

inline constexpr std::chrono::sys_days kKeyDay = std::chrono::year(2026) / 3 / 31;

// `first` = 0: 00 01 02 … 1f.
inline Key SampleKey(uint8_t first, std::chrono::sys_days made = kKeyDay) {
  auto secret = std::make_unique<SecretKey>();
  for (size_t i = 0; i < secret->bytes.size(); ++i) {
    secret->bytes[i] = static_cast<uint8_t>(first + i);
  }
  return Key(std::move(secret), made);
}

// What reports call them; as other programs compute it:
//   hmac.new(key, lp(b"gatepost key id 1"), sha256).hexdigest()[:8] in Python, where lp puts the
//   length in eight bytes before a part.
inline constexpr const char* kIdFrom0 = "3b1e6285";
inline constexpr const char* kIdFrom32 = "10714dac";
inline constexpr const char* kIdFrom64 = "bb2b74c7";

}  // namespace gatepost
