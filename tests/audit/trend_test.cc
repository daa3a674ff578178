#include "audit/trend.h"

#include <cmath>
#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

// Posts of a month, of which the first few have a finding each.
struct MonthOfPosts {
  std::string month;
  int posts = 0;
  int with_finding = 0;
};

std::vector<PostOutcome> PostsOf(const std::vector<MonthOfPosts>& months) {
  std::vector<PostOutcome> posts;
  for (const MonthOfPosts& month : months) {
    for (int i = 0; i < month.posts; ++i) {
      const int number = static_cast<int>(posts.size()) + 1;
      std::vector<AuditFinding> findings;
      if (i < month.with_finding) findings.push_back(PhoneFinding(number));
      posts.push_back(PostWith(number, month.month + "-15", std::move(findings)));
    }
  }
  return posts;
}

TrendSummary SummaryOf(const StoreFile& store, TrendOptions options) {
  options.as_of = KnownDay("2026-04-02");
  Trend trend(std::move(options));
  const auto tallies = store->Tallies({});
  REQUIRE(tallies);
  for (const AuditTally& tally : *tallies) trend.Add(tally);
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    trend.Add(found);
    return {};
  });
  REQUIRE(status);
  return trend.Summary();
}

AuditGoals Goals(double target, const MonthRange& baseline) {
  AuditGoals goals;
  goals.target_per_1000 = target;
  goals.baseline = baseline;
  return goals;
}

bool IsNear(double a, double b) { return std::abs(a - b) < 0.01; }

}  // namespace

TEST_CASE("months follow each other, also those without posts", "[audit][trend]") {
  const StoreFile store(PostsOf({{"2023-11", 10, 1}, {"2024-02", 20, 0}}));
  const TrendSummary summary = SummaryOf(store, {});
  REQUIRE(summary.months.size() == 4);
  CHECK(summary.months[0].first == "2023-11");
  CHECK(IsNear(summary.months[0].rate->value, 100));
  CHECK(summary.months[1].first == "2023-12");
  CHECK(summary.months[2].first == "2024-01");
  CHECK_FALSE(summary.months[2].rate);
  CHECK(summary.months[3].rate->value == 0);
  CHECK(summary.months[3].rate->high > 0);
  CHECK_FALSE(summary.target_state);
  CHECK_FALSE(summary.change);
  CHECK(summary.current.posts == 30);
}

TEST_CASE("the months after the baseline are compared with it", "[audit][trend]") {
  const StoreFile store(PostsOf(
      {{"2023-01", 100, 30}, {"2023-12", 100, 10}, {"2024-01", 100, 5}, {"2024-02", 100, 5}}));
  const TrendSummary summary =
      SummaryOf(store, {.goals = Goals(60, {"2023-01", "2023-12"}), .as_of = {}});
  REQUIRE(summary.baseline);
  CHECK(IsNear(*summary.baseline, 200));
  CHECK(summary.base_period->posts == 200);
  CHECK(summary.current.first == "2024-01");
  CHECK(summary.current.last == "2024-02");
  CHECK(IsNear(summary.current.rate->value, 50));
  REQUIRE(summary.change);
  CHECK(IsNear(summary.change->value, -75));
  CHECK(summary.change->low < -75);
  REQUIRE(summary.change->high);
  CHECK(*summary.change->high < 0);  // no chance: 40 findings and 10
  CHECK(summary.target_state == TargetState::kLooksMet);
  CHECK(IsNear(*summary.ChangeOf(summary.months.front()), 50));
}

TEST_CASE("a target is met, seems to be, or is missed", "[audit][trend]") {
  const StoreFile store(PostsOf({{"2024-01", 100, 10}}));
  AuditGoals goals;
  const auto [target, state] =
      GENERATE(std::pair(50.0, TargetState::kMissed), std::pair(100.0, TargetState::kLooksMet),
               std::pair(500.0, TargetState::kMet));
  goals.target_per_1000 = target;
  CHECK(SummaryOf(store, {.goals = goals, .as_of = {}}).target_state == state);
}

TEST_CASE("a rate that was measured elsewhere is a baseline, too", "[audit][trend]") {
  const StoreFile store(PostsOf({{"2024-01", 100, 10}}));
  AuditGoals goals;
  goals.baseline_per_1000 = 200;
  const TrendSummary summary = SummaryOf(store, {.goals = goals, .as_of = {}});
  REQUIRE(summary.change);
  CHECK(IsNear(summary.change->value, -50));
  CHECK(summary.change->low < -50);
  CHECK(*summary.change->high > -50);
}

TEST_CASE("nothing is compared without posts on both sides", "[audit][trend]") {
  const StoreFile store(PostsOf({{"2024-01", 100, 10}}));
  for (const MonthRange& range : {MonthRange{"2022-01", "2022-12"}, {"2024-01", "2024-12"}}) {
    CAPTURE(range.first);
    const TrendSummary summary = SummaryOf(store, {.goals = Goals(1, range), .as_of = {}});
    CHECK_FALSE(summary.change);
  }
  CHECK(SummaryOf(StoreFile({}), {.goals = Goals(1, {"2022-01", "2022-12"}), .as_of = {}})
            .months.empty());
}

TEST_CASE("findings in heaps widen the interval", "[audit][trend]") {
  const StoreFile apart(PostsOf({{"2024-01", 100, 10}}));
  std::vector<PostOutcome> posts = PostsOf({{"2024-01", 100, 1}});
  for (int i = 0; i < 9; ++i) posts.front().findings.push_back(PhoneFinding(200 + i));
  const StoreFile heaped(std::move(posts));
  const Rate one = *SummaryOf(apart, {}).current.rate;
  const Rate other = *SummaryOf(heaped, {}).current.rate;
  CHECK(IsNear(one.value, other.value));
  CHECK(other.low < one.low);
  CHECK(other.high > one.high);
}

TEST_CASE("what is let through, decided to be no personal data, or undated is not in a month",
          "[audit][trend]") {
  StoreFile store({PostWith(1, "2024-01-01", {PostcodeFinding(1), PhoneFinding(2)}),
                   PostWith(2, "2024-01-02", {PhoneFinding(3)}),
                   PostWith(3, "", {PhoneFinding(4)})});
  store.Decide(2, DecisionState::kFalse);
  store.Decide(3, DecisionState::kRemoved);
  const TrendSummary summary = SummaryOf(store, {});
  CHECK(summary.months.front().findings == 1);
  CHECK(summary.months.front().posts == 2);
  CHECK(summary.posts_without_date == 1);
  CHECK(summary.findings_without_date == 1);
}

TEST_CASE("the trend of an owner is that of the owner's accounts", "[audit][trend]") {
  const auto book =
      AccountBook::Parse("[account.\"x:AmbridgeBC\"]\nowner = \"Comms\"\n", "accounts.toml");
  REQUIRE(book);
  const StoreFile store(PostsOf({{"2024-01", 10, 1}}));
  TrendOptions options;
  options.accounts = &*book;
  options.owner = "Comms";
  CHECK(SummaryOf(store, options).current.posts == 10);
  options.owner = "Parks";
  CHECK(SummaryOf(store, options).months.empty());
}

}  // namespace gatepost
