#include "base/digest.h"

#include <string>
#include <utility>

#include "catch.h"

using gatepost::ByteSha256;
using gatepost::Sha256;

namespace {

std::string DigestOf(std::initializer_list<std::string_view> parts) {
  Sha256 digest;
  for (const std::string_view part : parts) digest.Add(part);
  return digest.HexDigest();
}

}  // namespace

TEST_CASE("Nothing added gives the published SHA-256 of nothing", "[base][digest]") {
  // NIST's example values for SHA-256, the message of no bits.
  CHECK(DigestOf({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("A part is hashed after its length in eight bytes, least first", "[base][digest]") {
  // printf '\3\0\0\0\0\0\0\0abc' | sha256sum
  CHECK(DigestOf({"abc"}) == "ce91dc5eec0139adf091900d225971d6ad246a845bad791b5693a9d0d55dd391");
}

TEST_CASE("How content is parted changes the digest", "[base][digest]") {
  CHECK(DigestOf({"ab", "c"}) != DigestOf({"a", "bc"}));
  CHECK(DigestOf({"abc"}) != DigestOf({"abc", ""}));
  CHECK(DigestOf({"ab", "c"}) == DigestOf({"ab", "c"}));
}

TEST_CASE("A digest that was moved goes on where it was", "[base][digest]") {
  Sha256 first;
  first.Add("ab");
  Sha256 second(std::move(first));
  second.Add("c");
  CHECK(second.HexDigest() == DigestOf({"ab", "c"}));
}

TEST_CASE("Bytes are hashed as they are, in whatever pieces", "[base][digest]") {
  ByteSha256 digest;
  digest.Add("a");
  digest.Add("");
  digest.Add("bc");
  // NIST's example value for SHA-256 of "abc".
  CHECK(digest.HexDigest() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
