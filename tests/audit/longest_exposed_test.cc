#include "audit/longest_exposed.h"

#include <string>

#include "audit/distinct_count.h"
#include "base/day.h"
#include "catch.h"

using namespace gatepost;

namespace {

// Feeds findings of one value each, in posts of their own unless the id is given.
class Feeder {
 public:
  explicit Feeder(LongestExposed& longest) : longest_(longest) {}

  void Add(const std::string& value, std::string_view day, int64_t id = 0,
           Visibility visibility = Visibility::kUnknown) {
    AuditPost post;
    post.id = id == 0 ? ++posts_ : id;
    post.url = "https://example.org/" + std::string(day);
    post.visibility = visibility;
    if (!day.empty()) post.published = *DayOf(day);
    AuditFinding finding;
    finding.fingerprint = value;
    longest_.Add({finding, post, AuditInput{}, nullptr}, MixedHash(value));
  }

 private:
  LongestExposed& longest_;
  int64_t posts_ = 1000;
};

std::string Values(const LongestExposed& longest) {
  std::string values;
  for (const ExposedValue& value : longest.values()) values += value.fingerprint;
  return values;
}

}  // namespace

TEST_CASE("The oldest comes first, what has no date last", "[audit][longest_exposed]") {
  LongestExposed longest;
  Feeder feeder(longest);
  feeder.Add("a", "");
  feeder.Add("b", "2024-05-01");
  feeder.Add("c", "2023-05-01");
  feeder.Add("d", "2024-05-01");
  CHECK(Values(longest) == "cbda");
  feeder.Add("a", "2020-01-01");
  CHECK(Values(longest) == "acbd");
  CHECK(longest.values()[0].posts == 2);
}

TEST_CASE("A value keeps its earliest posts and counts them all", "[audit][longest_exposed]") {
  LongestExposed longest;
  Feeder feeder(longest);
  feeder.Add("a", "2024-05-01");
  feeder.Add("a", "2021-05-01", 0, Visibility::kPublic);
  feeder.Add("a", "2023-05-01", 7);
  feeder.Add("a", "2023-05-01", 7);  // the same post
  feeder.Add("a", "2022-05-01");
  REQUIRE(longest.values().size() == 1);
  const ExposedValue& value = longest.values()[0];
  CHECK(value.posts == 4);
  CHECK_FALSE(value.is_posts_least);
  CHECK(value.visibility == Visibility::kPublic);
  REQUIRE(value.earliest.size() == ExposedValue::kPosts);
  CHECK(value.earliest[0].url == "https://example.org/2021-05-01");
  CHECK(value.earliest[2].url == "https://example.org/2023-05-01");
}

TEST_CASE("What older values displace comes back with an older post", "[audit][longest_exposed]") {
  LongestExposed longest(2);
  Feeder feeder(longest);
  feeder.Add("a", "2024-05-01");
  feeder.Add("b", "2022-05-01");
  feeder.Add("c", "2023-05-01");
  feeder.Add("d", "2025-05-01");
  CHECK(Values(longest) == "bc");
  feeder.Add("a", "2021-05-01");
  CHECK(Values(longest) == "ab");
  CHECK(longest.values()[0].posts == 2);
}

TEST_CASE("Beyond the values whose posts are counted, a count is the least",
          "[audit][longest_exposed]") {
  LongestExposed longest(10, 1);
  Feeder feeder(longest);
  feeder.Add("a", "2024-05-01");
  feeder.Add("b", "2022-05-01", 0, Visibility::kPublic);
  feeder.Add("b", "2022-05-02");
  CHECK(Values(longest) == "ba");
  CHECK(longest.values()[0].is_posts_least);
  CHECK(longest.values()[0].posts == 2);
  CHECK(longest.values()[0].visibility == Visibility::kPublic);
  CHECK_FALSE(longest.values()[1].is_posts_least);
}
