#include "judge/mask.h"

#include "catch.h"

namespace gatepost {
namespace {

constexpr Mask kAll{};
constexpr Mask kLast2{Mask::Kind::kKeepLast, 2};
constexpr Mask kFirst1{Mask::Kind::kKeepFirst, 1};

TEST_CASE("letters and digits are masked, punctuation and width are kept", "[judge][mask]") {
  CHECK(Masked(kAll, "BN 10 29 66 C") == "** ** ** ** *");
  CHECK(Masked(kLast2, "999 000 0018") == "*** *** **18");
  CHECK(Masked(kFirst1, "joe.bloggs@example.com") == "j**.******@*******.***");
  CHECK(Masked(kAll, "").empty());
}

TEST_CASE("a value too short to hide half of it shows nothing", "[judge][mask]") {
  CHECK(Masked(kLast2, "123") == "***");
  CHECK(Masked(kLast2, "1234") == "**34");
}

TEST_CASE("marks and line breaks of a skeleton are masked too", "[judge][mask]") {
  CHECK(Masked(kAll, "1\n2\x1a") == "****");
}

}  // namespace
}  // namespace gatepost
