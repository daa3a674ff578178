#include "pattern/policy_cache.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "base/temporary_folder.h"
#include "catch.h"
#include "pattern/default_policy.h"
#include "pattern/kept_bytes.h"
#include "pattern/load_policy.h"

namespace gatepost {
namespace {

// A bit of everything that a policy can hold.
constexpr const char* kToml = R"(name = "all"
key_file = "keys/here"
placeholders_count = false
[thresholds]
review = 41
block = 72
[category.contact]
review = 30
block = 50
[override."uk.phone"]
points = -5
advice = "Ring the office."
cy.advice = "Ffoniwch y swyddfa."
review = 20
block = 60
[channel.press]
mode = "report-only"
[audit]
target_per_1000 = 0.25
baseline = "2024-01..2024-06"
[[official_contact]]
pattern = "uk.phone"
value = "01632 960000"
reason = "Switchboard"
owner = "Web team"
expires = 2030-06-30
[[combination]]
name = "a phone number and a word"
action = "block"
advice = "Take one out."
cy.name = "rhif ffôn a gair"
cy.advice = "Tynnwch un allan."
all = [{ pattern = "uk.phone", min_score = 20 }, { category = "place" }, { words = ["ring"] }]
)";

std::string BytesOfPolicy(const std::string& toml) {
  const Result<Policy> policy = ParsePolicy(toml, "folder/policy.toml");
  if (!policy) FAIL(policy.error().ToString());
  return ToBytes(*policy);
}

TEST_CASE("a policy is the same after a way through bytes", "[pattern][policy_cache]") {
  for (const std::string& toml : {std::string(kToml), std::string(DefaultPolicyToml())}) {
    const std::string bytes = BytesOfPolicy(toml);
    const auto read = PolicyFrom(SharedBytes(bytes));
    REQUIRE(read.has_value());
    CHECK(ToBytes(*read) == bytes);
  }
}

TEST_CASE("what a policy says is what was kept of it", "[pattern][policy_cache]") {
  const auto read = PolicyFrom(SharedBytes(BytesOfPolicy(kToml)));
  REQUIRE(read.has_value());
  CHECK(read->name == "all");
  CHECK(read->key_file == "folder/keys/here");
  CHECK(read->base.fallback.block == 72);
  CHECK(read->base.categories.at("contact").review == 30);
  CHECK(read->base.overrides.at("uk.phone").points == -5);
  CHECK(read->base.overrides.at("uk.phone").advice == "Ring the office.");
  CHECK(read->base.overrides.at("uk.phone").welsh_advice == "Ffoniwch y swyddfa.");
  CHECK(read->base.overrides.at("uk.phone").thresholds->block == 60);
  CHECK_FALSE(read->base.placeholders_count);
  CHECK(read->channels.at("press").mode == Mode::kReportOnly);
  CHECK(read->audit.target_per_1000 == 0.25);
  CHECK(read->audit.baseline == MonthRange{"2024-01", "2024-06"});
  REQUIRE(read->official_contacts.size() == 1);
  CHECK(read->official_contacts[0].expires ==
        std::chrono::sys_days(std::chrono::year(2030) / 6 / 30));
  REQUIRE(read->combinations.size() == 1);
  CHECK(read->combinations[0].action == Action::kBlock);
  CHECK(read->combinations[0].welsh_name == "rhif ffôn a gair");
  CHECK(read->combinations[0].welsh_advice == "Tynnwch un allan.");
  CHECK(read->combinations[0].all[0].min_score == 20);
  CHECK(read->combinations[0].all[1].category == "place");
  CHECK(read->combinations[0].all[2].words == std::vector<std::string>{"ring"});
  CHECK(read->combinations[0].all[2].where.file == "folder/policy.toml");
}

TEST_CASE("bytes that are cut off or go on are no policy", "[pattern][policy_cache]") {
  const std::string bytes = BytesOfPolicy(kToml);
  for (size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(PolicyFrom(SharedBytes(bytes.substr(0, size))).has_value());
  }
  CHECK_FALSE(PolicyFrom(SharedBytes(bytes + '\0')).has_value());
}

TEST_CASE("a policy that was kept is loaded until its text or name changes",
          "[pattern][policy_cache]") {
  const TemporaryFolder folder;
  const auto cache = folder.path() / "cache";
  const auto file = folder.path() / "policy.toml";
  const auto name_in = [&](const std::string& toml) {
    std::ofstream(file) << toml;
    const auto policy = LoadPolicy(file.string(), {}, cache);
    if (!policy) FAIL(policy.error().front().ToString());
    return policy->name;
  };
  CHECK(name_in("name = \"first\"\n") == "first");
  CHECK(name_in("name = \"first\"\n") == "first");
  CHECK(name_in("name = \"second\"\n") == "second");
  const PrivateFolder kept = *PrivateFolder::Open(cache);
  const std::string key = PolicyKey("name = \"second\"\n", file.string());
  REQUIRE(LoadKeptPolicy(kept, key).has_value());
  CHECK(LoadKeptPolicy(kept, key)->name == "second");
  CHECK(key != PolicyKey("name = \"second\"\n", "other.toml"));
  CHECK_FALSE(LoadKeptPolicy(kept, PolicyKey("name = \"third\"\n", file.string())).has_value());
  // What is kept is what is loaded.
  const auto other = ParsePolicy("name = \"other\"\n", file.string());
  REQUIRE(StoreKeptPolicy(kept, key, *other).has_value());
  CHECK(name_in("name = \"second\"\n") == "other");
}

TEST_CASE("a policy with a fault is not kept, and told of each time", "[pattern][policy_cache]") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "policy.toml";
  std::ofstream(file) << "nam = 1\n";
  for (int run = 0; run < 2; ++run) {
    CHECK_FALSE(LoadPolicy(file.string(), {}, folder.path() / "cache").has_value());
  }
}

}  // namespace
}  // namespace gatepost
