#include "base/fingerprint.h"

#include <string>

#include "base/sample_keys.h"
#include "catch.h"

using namespace gatepost;

namespace {

constexpr const char* kNumber = "+447700900123";
// hmac.new(key, lp(b"gatepost fingerprint 1", b"uk.phone", b"+447700900123"), sha256) in Python,
// where lp puts its length in eight bytes before each part.
constexpr const char* kUnder0 = "hs1:3b1e6285:4ba6a8c51d8f39f286d245f2114b21a5";
constexpr const char* kUnder32 = "hs1:10714dac:470ac02fb650c38ecb3e33ea24a91557";
constexpr const char* kUnder64 = "hs1:bb2b74c7:ade990e150c99fc6b6f78ea7544a88b1";

}  // namespace

TEST_CASE("A fingerprint is what the documentation says, so that others can make it",
          "[base][fingerprint]") {
  const Keyring keyring(SampleKey(0));
  Fingerprinter fingerprinter(keyring);
  CHECK(fingerprinter.Of("uk.phone", kNumber) == kUnder0);
  CHECK(fingerprinter.Of("uk.phone", kNumber) == kUnder0);
  CHECK(fingerprinter.Retired("uk.phone", kNumber).empty());
}

TEST_CASE("Pattern, value and key each change a fingerprint", "[base][fingerprint]") {
  const Keyring keyring(SampleKey(0));
  Fingerprinter fingerprinter(keyring);
  CHECK(fingerprinter.Of("uk.phon", "e+447700900123") != kUnder0);
  CHECK(fingerprinter.Of("uk.phone", "+447700900124") != kUnder0);
  CHECK(fingerprinter.Of("eu.phone", kNumber) != kUnder0);
  const Keyring other(SampleKey(32));
  CHECK(Fingerprinter(other).Of("uk.phone", kNumber) == kUnder32);
}

TEST_CASE("After rotations a value is still known by what it was called before",
          "[base][fingerprint]") {
  Keyring keyring(SampleKey(0));
  REQUIRE(keyring.Rotate(SampleKey(32)));
  REQUIRE(keyring.Rotate(SampleKey(64)));
  Fingerprinter fingerprinter(keyring);
  CHECK(fingerprinter.Of("uk.phone", kNumber) == kUnder64);
  CHECK(fingerprinter.Retired("uk.phone", kNumber) == std::vector<std::string>{kUnder32, kUnder0});
}
