#include "base/hmac.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/hex.h"
#include "catch.h"

using gatepost::HexText;
using gatepost::HmacSha256;

namespace {

// RFC 4231, section 4: the test cases of HMAC-SHA-256. Of case 5 the first 128 bits are published.
struct PublishedCase {
  std::string key;
  std::string data;
  std::string digest;
};
const std::vector<PublishedCase> kRfc4231 = {
    {std::string(20, '\x0b'), "Hi There",
     "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
    {"Jefe", "what do ya want for nothing?",
     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
    {std::string(20, '\xaa'), std::string(50, '\xdd'),
     "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
    {"\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16"
     "\x17\x18\x19",
     std::string(50, '\xcd'), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
    {std::string(20, '\x0c'), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"},
    {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    {std::string(131, '\xaa'),
     "This is a test using a larger than block-size key and a larger than block-size data. The key "
     "needs to be hashed before being used by the HMAC algorithm.",
     "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
};

HmacSha256 MacUnder(const std::string& key) {
  return HmacSha256(std::vector<uint8_t>(key.begin(), key.end()));
}

}  // namespace

TEST_CASE("The published digests come out, and again when a context is used again",
          "[base][hmac]") {
  for (const PublishedCase& published : kRfc4231) {
    CAPTURE(published.data);
    HmacSha256 mac = MacUnder(published.key);
    for (int time = 1; time <= 3; ++time) {
      CAPTURE(time);
      mac.Add(published.data);
      CHECK(HexText(mac.Finish()).substr(0, published.digest.size()) == published.digest);
    }
  }
}

TEST_CASE("Bytes may come in pieces", "[base][hmac]") {
  HmacSha256 mac = MacUnder("Jefe");
  for (const char* piece : {"what do ya", "", " want for ", "nothing?"}) mac.Add(piece);
  CHECK(HexText(mac.Finish()) == kRfc4231[1].digest);
}

TEST_CASE("A part counts with its length in eight bytes before it, least first", "[base][hmac]") {
  HmacSha256 mac = MacUnder("Jefe");
  mac.AddPart("what do ya want ");
  mac.AddPart("for nothing?");
  const std::string digest = HexText(mac.Finish());
  // hmac.new(b"Jefe", b"\x10" + bytes(7) + b"what do ya want " + b"\x0c" + bytes(7) + …) in Python
  CHECK(digest == "7147a8852f1bae7b07dfc583dad589c20583e025440bfc4c6431d8d0d901880b");
  mac.AddPart("what do ya ");
  mac.AddPart("want for nothing?");
  CHECK(HexText(mac.Finish()) != digest);
}

TEST_CASE("A context that was moved goes on where it was", "[base][hmac]") {
  HmacSha256 first = MacUnder("Jefe");
  first.Add("what do ya want ");
  HmacSha256 second(std::move(first));
  second.Add("for nothing?");
  CHECK(HexText(second.Finish()) == kRfc4231[1].digest);
}
