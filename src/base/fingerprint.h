#pragma once

// A name for a value that only who holds the key can make: the same wherever and however the value
// is written, so that a finding is recognised after an edit and in another report.
//
//   "hs1:" key id ":" 32 hex digits
//
// The digits are the first 128 bits of an HMAC-SHA256, under the key, over three parts: the purpose
// "gatepost fingerprint 1", the pattern's id, and the canonical value; each after its length in
// eight bytes, the least first. docs/keys.md says what that protects against and what not.

#include <string>
#include <string_view>
#include <vector>

#include "base/hmac.h"
#include "base/key.h"

namespace gatepost {

// Not thread-safe: one per worker. Borrows the keyring, which must outlive it.
class Fingerprinter {
 public:
  explicit Fingerprinter(const Keyring& keyring);

  // Under the current key. `canonical` is the value in its pattern's canonical form.
  [[nodiscard]] std::string Of(std::string_view pattern_id, std::string_view canonical);
  // Under each retired key, the latest first: what the value was called before a rotation.
  [[nodiscard]] std::vector<std::string> Retired(std::string_view pattern_id,
                                                 std::string_view canonical);

 private:
  struct KeyedMac {
    std::string_view key_id;
    HmacSha256 mac;
  };
  static KeyedMac MacOf(const Key& key) { return {key.id(), HmacSha256(key.bytes())}; }
  static std::string Under(KeyedMac& key, std::string_view pattern_id, std::string_view canonical);

  KeyedMac current_;
  std::vector<KeyedMac> retired_;
};

}  // namespace gatepost
