#include "pattern/nearest_name.h"

#include <array>
#include <string>

#include "catch.h"

namespace gatepost {

TEST_CASE("the nearest name is suggested if at most a third of it is changed",
          "[pattern][nearest_name]") {
  constexpr std::array<std::string_view, 3> kKnown{"severity", "base", "category"};
  const auto [name, suggestion] = GENERATE(table<std::string, std::string>({
      {"sevrity", " Did you mean `severity`?"},
      {"severities", " Did you mean `severity`?"},
      {"bsae", " Did you mean `base`?"},
      {"bas", " Did you mean `base`?"},
      {"ctgry", " Known here: base, category, severity."},
      {"colour", " Known here: base, category, severity."},
      {"", " Known here: base, category, severity."},
  }));
  CAPTURE(name);
  CHECK(Suggestion(name, kKnown) == suggestion);
  CHECK(Suggestion(std::string(10'000, 's'), kKnown) == " Known here: base, category, severity.");
}

TEST_CASE("nothing is suggested where nothing is known", "[pattern][nearest_name]") {
  CHECK(Suggestion("name", {}).empty());
}

}  // namespace gatepost
