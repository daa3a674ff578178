#include <string>

#include "base/digest.h"
#include "catch.h"
#include "pattern/default_policy.h"
#include "pattern/policy.h"

namespace gatepost {
namespace {

// Every key there is, but for channels.
constexpr const char* kWholeToml = R"(name = "council"
mode = "report-only"
placeholders_count = false
key_file = "council.key"

[thresholds]
review = 30
block = 60

[category.place]
block = 95

[override."uk.phone"]
enabled = false
points = -10
review = 50
block = 80
advice = "Use the contact centre."

[[official_contact]]
pattern = "uk.phone"
value = "020 7946 0000"
reason = "switchboard"
owner = "communications"
expires = 2030-12-31

[audit]
target_per_1000 = 1
baseline = "2023-01..2023-12"

[[combination]]
name = "postcode and illness"
action = "block"
advice = "Leave the postcode out."
all = [{ category = "place", min_score = 20 }, { words = ["Iechyd  Meddwl"] }, { pattern = "uk.phone" }]
)";

// Channels stand before what they refine: the order in the file does not matter.
constexpr const char* kChannelsToml = R"(name = "council"
[channel.press]
mode = "report-only"
[channel.press.thresholds]
block = 90
[channel.press.category.place]
block = 99
[channel.press.override."uk.phone"]
block = 85
[channel.jobs]
placeholders_count = false
[channel.jobs.override."uk.email"]
enabled = false

[category.place]
review = 50
block = 90
[category.contact]
review = 45
[override."uk.phone"]
points = 5
review = 20
block = 60
)";

Policy Parsed(const std::string& toml) {
  Result<Policy> policy = ParsePolicy(toml, "policy.toml");
  INFO((policy ? std::string() : policy.error().ToString()));
  REQUIRE(policy);
  return *std::move(policy);
}

}  // namespace

TEST_CASE("a policy of a name alone has the documented defaults", "[pattern][policy_reader]") {
  const Policy policy = Parsed("name = \"bare\"\n");
  CHECK(policy.name == "bare");
  CHECK(policy.base.mode == Mode::kEnforce);
  CHECK(policy.base.placeholders_count);
  CHECK(policy.base.fallback.review == 40);
  CHECK(policy.base.fallback.block == 70);
  CHECK(policy.base.categories.empty());
  CHECK(policy.base.overrides.empty());
  CHECK(policy.channels.empty());
  CHECK(policy.official_contacts.empty());
  CHECK(policy.combinations.empty());
  CHECK(policy.key_file.empty());
  CHECK_FALSE(policy.audit.target_per_1000);
  CHECK_FALSE(policy.audit.baseline);
  CHECK_FALSE(policy.audit.baseline_per_1000);
}

TEST_CASE("a policy sets what audits are measured against", "[pattern][policy_reader]") {
  const AuditGoals goals = Parsed(kWholeToml).audit;
  CHECK(goals.target_per_1000 == 1.0);
  CHECK(goals.baseline == MonthRange{"2023-01", "2023-12"});
  CHECK(goals.baseline->Has("2023-01"));
  CHECK(goals.baseline->Has("2023-12"));
  CHECK_FALSE(goals.baseline->Has("2022-12"));
  CHECK_FALSE(goals.baseline->Has(""));
  CHECK(Parsed("name = \"council\"\naudit.baseline_per_1000 = 4.25\n").audit.baseline_per_1000 ==
        4.25);
}

TEST_CASE("a policy's key file is looked for beside the policy", "[pattern][policy_reader]") {
  const auto key_file = [](const std::string& path, const std::string& policy_file) {
    Result<Policy> policy =
        ParsePolicy("name = \"council\"\nkey_file = \"" + path + "\"\n", policy_file);
    REQUIRE(policy);
    return policy->key_file;
  };
  CHECK(Parsed(kWholeToml).key_file == "council.key");
  CHECK(key_file("council.key", "policies/council.toml") == "policies/council.key");
  CHECK(key_file("../keys/a.key", "/etc/gatepost/policy.toml") == "/etc/gatepost/../keys/a.key");
  CHECK(key_file("/run/secrets/a.key", "policies/council.toml") == "/run/secrets/a.key");
}

TEST_CASE("what a policy says of scores reaches the policy", "[pattern][policy_reader]") {
  const Policy policy = Parsed(kWholeToml);
  CHECK(policy.base.mode == Mode::kReportOnly);
  CHECK_FALSE(policy.base.placeholders_count);
  CHECK(policy.base.fallback.review == 30);
  CHECK(policy.base.fallback.block == 60);
  const Thresholds& place = policy.base.categories.at("place");
  CHECK(place.review == 30);  // not given, so that of [thresholds]
  CHECK(place.block == 95);
  CHECK(place.where == SourcePlace{"policy.toml", 10, 1});

  const PatternOverride& phone = policy.base.overrides.at("uk.phone");
  CHECK_FALSE(phone.is_enabled);
  CHECK(phone.points == -10);
  REQUIRE(phone.thresholds);
  CHECK(phone.thresholds->review == 50);
  CHECK(phone.thresholds->block == 80);
  CHECK(phone.advice == "Use the contact centre.");
  CHECK(phone.where.line == 13);
}

TEST_CASE("a policy's official contacts and combinations reach the policy",
          "[pattern][policy_reader]") {
  const Policy policy = Parsed(kWholeToml);
  REQUIRE(policy.official_contacts.size() == 1);
  const OfficialContact& contact = policy.official_contacts[0];
  CHECK(contact.pattern == "uk.phone");
  CHECK(contact.value == "020 7946 0000");
  CHECK(contact.reason == "switchboard");
  CHECK(contact.owner == "communications");
  using namespace std::chrono;
  CHECK(contact.expires == sys_days(2030y / 12 / 31));

  REQUIRE(policy.combinations.size() == 1);
  const Combination& combination = policy.combinations[0];
  CHECK(combination.name == "postcode and illness");
  CHECK(combination.action == Action::kBlock);
  CHECK(combination.advice == "Leave the postcode out.");
  REQUIRE(combination.all.size() == 3);
  CHECK(combination.all[0].category == "place");
  CHECK(combination.all[0].min_score == 20);
  CHECK(combination.all[1].words == std::vector<std::string>{"iechyd meddwl"});
  CHECK(combination.all[2].pattern == "uk.phone");
  CHECK(combination.all[2].min_score == 1);
}

TEST_CASE("a channel keeps what it does not name and changes what it does",
          "[pattern][policy_reader]") {
  const Policy policy = Parsed(kChannelsToml);
  const ChannelPolicy& press = policy.channels.at("press");
  CHECK(press.mode == Mode::kReportOnly);
  CHECK(press.placeholders_count);
  CHECK(press.fallback.review == 40);
  CHECK(press.fallback.block == 90);
  CHECK(press.categories.at("place").review == 50);
  CHECK(press.categories.at("place").block == 99);
  CHECK(press.categories.at("contact").review == 45);
  CHECK(press.overrides.at("uk.phone").points == 5);
  CHECK(press.overrides.at("uk.phone").thresholds->review == 20);
  CHECK(press.overrides.at("uk.phone").thresholds->block == 85);

  const ChannelPolicy& jobs = policy.channels.at("jobs");
  CHECK(jobs.mode == Mode::kEnforce);
  CHECK_FALSE(jobs.placeholders_count);
  CHECK(jobs.fallback.block == 70);
  CHECK_FALSE(jobs.overrides.at("uk.email").is_enabled);
  CHECK(jobs.overrides.at("uk.phone").thresholds->block == 60);

  CHECK_FALSE(policy.base.overrides.contains("uk.email"));
}

TEST_CASE("a policy's hash is that of its content", "[pattern][policy_reader]") {
  const std::string toml = "name = \"bare\"\n";
  Sha256 hash;
  hash.Add(toml);
  CHECK(Parsed(toml).hash == hash.HexDigest());
  CHECK(Parsed(toml + "# comment\n").hash != Parsed(toml).hash);
}

TEST_CASE("a policy file that cannot be read is named", "[pattern][policy_reader]") {
  const Result<Policy> policy = ReadPolicy("/nonexistent/policy.toml");
  REQUIRE_FALSE(policy);
  CHECK(policy.error().code == ErrorCode::kUnreadable);
  CHECK(policy.error().where.file == "/nonexistent/policy.toml");
}

TEST_CASE("a policy file over the limit is told what to do", "[pattern][policy_reader]") {
  const Result<Policy> policy = ReadPolicy("/dev/zero");
  REQUIRE_FALSE(policy);
  CHECK(policy.error().code == ErrorCode::kTooLarge);
  CHECK(policy.error().message ==
        "this file is over the limit of 1 MiB. Shorten it; a pattern's long lists may stand in "
        "files of their own.");
}

TEST_CASE("the default policy that is built in is the file's and can be parsed",
          "[pattern][default_policy]") {
  const Result<Policy> file = ReadPolicy(GATEPOST_SOURCE_DIR "/patterns/policies/default.toml");
  INFO((file ? std::string() : file.error().ToString()));
  REQUIRE(file);
  const Policy policy = Parsed(std::string(DefaultPolicyToml()));
  CHECK(policy.hash == file->hash);
  CHECK(policy.name == "default");
  CHECK(policy.base.fallback.review == 40);
  CHECK(policy.base.fallback.block == 70);
  CHECK(policy.base.categories.at("place").review == 50);
  CHECK(policy.base.categories.at("place").block == 90);
  CHECK(policy.combinations.size() == 8);
}

}  // namespace gatepost
