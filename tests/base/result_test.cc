#include "base/result.h"

#include <string>

#include "catch.h"

using namespace gatepost;

namespace {

Result<int> Halved(int number) {
  if (number % 2 != 0) return Fail(ErrorCode::kUsage, "is odd.", {"numbers.txt", 3, 7});
  return number / 2;
}

}  // namespace

TEST_CASE("A place shows what is known of it", "[base][result]") {
  CHECK(SourcePlace{"a.toml", 12, 5}.ToString() == "a.toml:12:5");
  CHECK(SourcePlace{"a.toml", 12, 0}.ToString() == "a.toml:12");
  CHECK(SourcePlace{"a.toml", 0, 0}.ToString() == "a.toml");
  CHECK(SourcePlace{"", 12, 5}.ToString() == "12:5");
  CHECK(SourcePlace{}.ToString().empty());
}

TEST_CASE("An error shows its place before its message, or the message alone", "[base][result]") {
  CHECK(Error{ErrorCode::kSyntax, "is wrong.", {"a.toml", 1, 2}}.ToString() ==
        "a.toml:1:2: is wrong.");
  CHECK(Error{ErrorCode::kSyntax, "Is wrong.", {}}.ToString() == "Is wrong.");
}

TEST_CASE("A result is a value or the error that prevented it", "[base][result]") {
  CHECK(Halved(8).value() == 4);
  const Result<int> odd = Halved(3);
  REQUIRE_FALSE(odd);
  CHECK(odd.error().code == ErrorCode::kUsage);
  CHECK(odd.error().ToString() == "numbers.txt:3:7: is odd.");
}

TEST_CASE("An error is passed on as it is", "[base][result]") {
  const Status status = Fail(Halved(3).error());
  REQUIRE_FALSE(status);
  CHECK(status.error().where == SourcePlace{"numbers.txt", 3, 7});
  CHECK(Status().has_value());
}
