#include "cli/loading.h"

#include <filesystem>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a day is written as year, month and day", "[cli][loading]") {
  const auto day = ParseDay("2024-02-29");
  REQUIRE(day.has_value());
  CHECK(day->time_since_epoch().count() == 19782);
}

TEST_CASE("what is no day of the calendar is refused", "[cli][loading]") {
  const auto* text = GENERATE("", "2023-02-29", "2024-13-01", "24-02-29", "2024/02/29", "2024-2-29",
                              "2024-02-29x", "20240-2-29");
  CAPTURE(text);
  CHECK_FALSE(ParseDay(text).has_value());
}

TEST_CASE("without a folder the bundled set is loaded, without a file the default policy",
          "[cli][loading]") {
  CHECK(std::filesystem::is_directory(BundledPatterns() / "uk"));
  const auto set = LoadPatterns({});
  REQUIRE(set.has_value());
  CHECK((*set)->name() == "uk");
  const auto policy = LoadPolicy("", (*set)->patterns());
  REQUIRE(policy.has_value());
  CHECK(policy->name == "default");
}

}  // namespace
}  // namespace gatepost
