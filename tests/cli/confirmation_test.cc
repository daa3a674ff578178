#include "cli/confirmation.h"

#include <sstream>

#include "catch.h"

namespace gatepost {

TEST_CASE("only yes is yes", "[cli][confirmation]") {
  const auto [answer, is_yes] =
      GENERATE(std::pair("y\n", true), std::pair("YES\n", true), std::pair("n\n", false),
               std::pair("\n", false), std::pair("", false), std::pair("yeah\n", false));
  CAPTURE(answer);
  std::istringstream in(answer);
  std::ostringstream out;
  CHECK(SaysYes("Remove it?", in, out) == is_yes);
  CHECK(out.str() == "Remove it? [y/N] ");
}

}  // namespace gatepost
