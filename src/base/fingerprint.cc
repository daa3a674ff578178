#include "base/fingerprint.h"

#include <span>

#include "base/hex.h"

namespace gatepost {
namespace {

// The version of the two below. Another purpose, form or length is another version.
constexpr std::string_view kVersion = "hs1:";
constexpr std::string_view kPurpose = "gatepost fingerprint 1";
constexpr size_t kShownBytes = 16;

}  // namespace

Fingerprinter::Fingerprinter(const Keyring& keyring) : current_(MacOf(keyring.current())) {
  for (const Key& key : keyring.retired()) retired_.push_back(MacOf(key));
}

std::string Fingerprinter::Under(KeyedMac& key, std::string_view pattern_id,
                                 std::string_view canonical) {
  key.mac.AddPart(kPurpose);
  key.mac.AddPart(pattern_id);
  key.mac.AddPart(canonical);
  const HmacSha256::Digest digest = key.mac.Finish();
  std::string fingerprint(kVersion);
  fingerprint += key.key_id;
  fingerprint += ':';
  fingerprint += HexText(std::span(digest).first(kShownBytes));
  return fingerprint;
}

std::string Fingerprinter::Of(std::string_view pattern_id, std::string_view canonical) {
  return Under(current_, pattern_id, canonical);
}

std::vector<std::string> Fingerprinter::Retired(std::string_view pattern_id,
                                                std::string_view canonical) {
  std::vector<std::string> fingerprints;
  for (KeyedMac& key : retired_) fingerprints.push_back(Under(key, pattern_id, canonical));
  return fingerprints;
}

}  // namespace gatepost
