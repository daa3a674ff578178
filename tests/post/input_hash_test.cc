#include "post/input_hash.h"

#include "base/temporary_folder.h"
#include "catch.h"

using namespace gatepost;

TEST_CASE("An input's hash is the SHA-256 of its bytes", "[post][input_hash]") {
  const TemporaryFolder folder;
  // NIST's example values for SHA-256: no bits, and "abc".
  CHECK(*HashInput(folder.Write("empty", "").string()) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(*HashInput(folder.Write("abc", "abc").string()) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // NIST's too: a million times "a".
  CHECK(*HashInput(folder.Write("million", std::string(1'000'000, 'a')).string()) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("An input that cannot be read has no hash", "[post][input_hash]") {
  const TemporaryFolder folder;
  const auto absent = HashInput((folder.path() / "absent").string());
  REQUIRE_FALSE(absent);
  CHECK(absent.error().code == ErrorCode::kUnreadable);
  CHECK_FALSE(HashInput(folder.path().string()));
}
