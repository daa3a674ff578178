#include "cli/choice.h"

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("sizes are bytes or have a unit, in any case", "[cli][choice]") {
  CHECK(ParseSize("1").value_or(0) == 1);
  CHECK(ParseSize("64KiB").value_or(0) == 65536);
  CHECK(ParseSize("16mib").value_or(0) == 16777216);
  CHECK(ParseSize("1G").value_or(0) == 1073741824);
  CHECK(ParseSize("10b").value_or(0) == 10);
}

TEST_CASE("what is no size from 1 byte to 1 GiB is refused", "[cli][choice]") {
  const auto* text =
      GENERATE("", "0", "-1", "2G", "1T", "x", "1.5M", "1 M", "99999999999999999999", "0x10");
  CAPTURE(text);
  CHECK_FALSE(ParseSize(text).has_value());
}

}  // namespace
}  // namespace gatepost
