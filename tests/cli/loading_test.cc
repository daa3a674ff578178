#include "cli/loading.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/key_file.h"
#include "base/temporary_folder.h"
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

TEST_CASE("without a folder the bundled set is loaded", "[cli][loading]") {
  CHECK(std::filesystem::is_directory(BundledPatterns() / "uk"));
  const auto set = LoadPatterns({}, Proofs::kNeeded);
  REQUIRE(set.has_value());
  CHECK((*set)->name() == "uk");
}

TEST_CASE("the key file named wins over the policy's, and without either there is no key",
          "[cli][loading]") {
  const TemporaryFolder folder;
  const std::string own = (folder.path() / "own.key").string();
  Policy policy;
  policy.key_file = (folder.path() / "policy.key").string();
  const auto own_id = CreateKeyFile(own, Today())->current().id();
  const auto policy_id = CreateKeyFile(policy.key_file, Today())->current().id();

  CHECK(LoadKeyring("", Policy{}).value() == nullptr);
  CHECK(LoadKeyring("", policy).value()->current().id() == policy_id);
  CHECK(LoadKeyring(own, policy).value()->current().id() == own_id);
  CHECK(LoadKeyring(own, Policy{}).value()->current().id() == own_id);
}

TEST_CASE("a key file that is named and cannot be loaded is an error, not a run without a key",
          "[cli][loading]") {
  Policy policy;
  policy.key_file = "nowhere.key";
  CHECK(LoadKeyring("", policy).error().ToString() ==
        "nowhere.key: cannot be opened: No such file or directory.");
}

TEST_CASE("compiled triggers are kept where the user's caches are, or nowhere", "[cli][loading]") {
  ::setenv("HOME", "/people/sample", 1);
  ::setenv("XDG_CACHE_HOME", "/caches", 1);
  CHECK(CacheFolder() == "/caches/gatepost");
  ::setenv("XDG_CACHE_HOME", "not/absolute", 1);
  CHECK(CacheFolder() == "/people/sample/.cache/gatepost");
  ::unsetenv("XDG_CACHE_HOME");
  CHECK(CacheFolder() == "/people/sample/.cache/gatepost");
  ::setenv("HOME", "", 1);
  CHECK(CacheFolder().empty());
  ::unsetenv("HOME");
  CHECK(CacheFolder().empty());
}

}  // namespace
}  // namespace gatepost
