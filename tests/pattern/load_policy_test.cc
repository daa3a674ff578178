#include "pattern/load_policy.h"

#include <filesystem>
#include <fstream>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("without a file the default policy is loaded, whatever patterns there are",
          "[pattern][load_policy]") {
  const auto policy = LoadPolicy("", {});
  REQUIRE(policy.has_value());
  CHECK(policy->name == "default");
}

TEST_CASE("a policy file that cannot be read is an error", "[pattern][load_policy]") {
  const auto policy = LoadPolicy("no-such-policy.toml", {});
  REQUIRE_FALSE(policy.has_value());
  REQUIRE(policy.error().size() == 1);
  CHECK(policy.error().front().code == ErrorCode::kUnreadable);
}

TEST_CASE("a policy file is checked against the patterns, and all its faults are returned",
          "[pattern][load_policy]") {
  const auto path = std::filesystem::temp_directory_path() / "gatepost_load_policy.toml";
  std::ofstream(path) << "name = \"t\"\n[override.\"uk.a\"]\npoints = 1\n[override.\"uk.b\"]\n"
                         "points = 1\n";
  const auto policy = LoadPolicy(path.string(), {});
  REQUIRE_FALSE(policy.has_value());
  REQUIRE(policy.error().size() == 2);
  CHECK(policy.error()[0].where.line == 2);
  CHECK(policy.error()[1].where.line == 4);
}

}  // namespace
}  // namespace gatepost
