#include "audit/exposure.h"

#include <string>
#include <vector>

#include "base/day.h"
#include "catch.h"

using namespace gatepost;

namespace {

std::chrono::sys_days Day(std::string_view text) { return *DayOf(text); }

AuditPost PostOf(int64_t id, std::string_view day, Visibility visibility = Visibility::kUnknown) {
  AuditPost post;
  post.id = id;
  post.source = "x";
  post.account = "@council";
  post.url = "https://example.org/" + std::to_string(id);
  if (!day.empty()) post.published = Day(day);
  post.visibility = visibility;
  return post;
}

AuditFinding FindingOf(std::string value, std::string action = "review",
                       std::string severity = "high") {
  AuditFinding finding;
  finding.pattern = "uk.phone";
  finding.name = "Phone number";
  finding.severity = std::move(severity);
  finding.action = std::move(action);
  finding.masked = "***";
  finding.fingerprint = std::move(value);
  return finding;
}

// Feeds findings of posts, each with a decision or none.
class Feeder {
 public:
  explicit Feeder(Exposure& exposure) : exposure_(exposure) {}
  void Add(const AuditPost& post, const AuditFinding& finding, const Decision* decision = nullptr) {
    exposure_.Add(FindingInPost{finding, post, input_, decision});
  }

 private:
  Exposure& exposure_;
  AuditInput input_;
};

Decision DecisionOf(DecisionState state, std::string_view until = {}) {
  Decision decision;
  decision.fingerprint = "b";
  decision.state = state;
  if (!until.empty()) decision.until = Day(until);
  return decision;
}

}  // namespace

TEST_CASE("Exposure counts findings, posts and different values", "[audit][exposure]") {
  Exposure exposure(Day("2026-04-01"));
  Feeder feeder(exposure);
  const Decision accepted = DecisionOf(DecisionState::kAccepted);
  const Decision false_one = DecisionOf(DecisionState::kFalse);
  exposure.Add(AuditTally{"@council", "x", "2024-05", 200, 1000, {}});
  exposure.Add(AuditTally{"@other", "x", "2024-06", 50, 10, {}});
  feeder.Add(PostOf(1, "2024-05-02", Visibility::kPublic), FindingOf("a"));
  feeder.Add(PostOf(1, "2024-05-02", Visibility::kPublic), FindingOf("a"));
  feeder.Add(PostOf(2, "2024-05-09"), FindingOf("b", "block"), &accepted);
  feeder.Add(PostOf(3, "2024-06-09"), FindingOf("c"), &false_one);
  feeder.Add(PostOf(4, ""), FindingOf("d", "pass"));

  CHECK(exposure.posts_read() == 250);
  CHECK(exposure.all().findings() == 5);
  CHECK(exposure.all().worth_acting_on() == 4);
  CHECK(exposure.all().Of(Standing::kOpen) == 2);
  CHECK(exposure.all().posts == 3);
  CHECK(exposure.by_severity()[SeverityRank("high")] == 4);
  CHECK(exposure.distinct_values() == 2U);  // not the false one, nor what is let through
  CHECK(exposure.OpenIn(Visibility::kPublic) == 2);
  CHECK(exposure.OpenIn(Visibility::kUnknown) == 0);
  CHECK(exposure.first_published() == Time(Day("2024-05-02")));
  CHECK(exposure.last_published() == Time(Day("2024-05-09")));
  const auto& council = exposure.by_account().at({"x", "@council"});
  CHECK(council.posts_read == 200);
  CHECK(council.counts.posts == 3);
  CHECK(council.per_thousand_posts() == 20.0);
  CHECK(exposure.by_account().at({"x", "@other"}).per_thousand_posts() == 0.0);
  CHECK(exposure.by_month().at("2024-05").counts.worth_acting_on() == 3);
  CHECK_FALSE(exposure.by_month().at("").per_thousand_posts().has_value());
  REQUIRE(exposure.DecidedBy("b") != nullptr);
  CHECK(exposure.DecidedBy("b")->findings == 2);
  CHECK(exposure.DecidedBy("a") == nullptr);
}

TEST_CASE("Identifiers come with the gravest first", "[audit][exposure]") {
  Exposure exposure(Day("2026-04-01"));
  Feeder feeder(exposure);
  const auto add = [&](const char* pattern, const char* severity, int64_t post) {
    AuditFinding finding = FindingOf(pattern, "review", severity);
    finding.pattern = pattern;
    feeder.Add(PostOf(post, "2024-05-02"), finding);
  };
  add("low", "low", 1);
  add("odd", "of no severity", 1);
  add("rare", "critical", 2);
  add("frequent", "critical", 3);
  add("frequent", "critical", 4);
  std::vector<std::string> patterns;
  for (const IdentifierExposure* identifier : exposure.by_identifier()) {
    patterns.push_back(identifier->pattern);
  }
  CHECK(patterns == std::vector<std::string>{"frequent", "rare", "low", "odd"});
  CHECK(exposure.most_distinct_of_one_identifier() == 1);
}

TEST_CASE("Without fingerprints it is not known how many values there are", "[audit][exposure]") {
  Exposure exposure(Day("2026-04-01"));
  Feeder(exposure).Add(PostOf(1, "2024-05-02"), FindingOf(""));
  CHECK_FALSE(exposure.distinct_values().has_value());
  CHECK(exposure.longest_exposed().values().empty());
}
