#include "audit/comparison.h"

#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

Comparison Compared(const StoreFile& before, const StoreFile& after, size_t limit = 100) {
  ComparisonOptions options;
  options.as_of = KnownDay("2026-04-02");
  options.limit = limit;
  Result<Comparison> comparison = CompareStores(*before, *after, options);
  REQUIRE(comparison);
  return *std::move(comparison);
}

std::vector<uint64_t> CountsOf(const ChangeCounts& counts) {
  return {counts.Of(FindingChange::kNew), counts.Of(FindingChange::kKnownValue),
          counts.Of(FindingChange::kGone), counts.Of(FindingChange::kStill)};
}

}  // namespace

TEST_CASE("findings are new, of a known value, gone or still there", "[audit][comparison]") {
  const StoreFile before(
      {PostWith(1, "2024-05-01", {PhoneFinding(1)}), PostWith(2, "2024-05-02", {PhoneFinding(2)})});
  const StoreFile after({PostWith(1, "2024-05-01", {PhoneFinding(1)}),
                         PostWith(3, "2024-06-01", {PhoneFinding(2), NhsFinding(3)})});
  const Comparison comparison = Compared(before, after);
  CHECK(comparison.is_by_fingerprint);
  CHECK(comparison.has_same_patterns);
  CHECK(comparison.has_same_policy);
  CHECK(CountsOf(comparison.all) == std::vector<uint64_t>{1, 1, 1, 1});
  CHECK(CountsOf(comparison.by_identifier.at("uk.phone").counts) ==
        std::vector<uint64_t>{0, 1, 1, 1});
  CHECK(CountsOf(comparison.by_severity[SeverityRank("critical")]) ==
        std::vector<uint64_t>{1, 0, 0, 0});
  REQUIRE(comparison.listed_new.size() == 2);
  CHECK(comparison.listed_new[0].change == FindingChange::kNew);
  CHECK(comparison.listed_new[0].finding.pattern == "uk.nhs_number");
  CHECK(comparison.listed_new[1].change == FindingChange::kKnownValue);
  REQUIRE(comparison.listed_gone.size() == 1);
  CHECK(comparison.listed_gone[0].post.post_id == "2");
  CHECK(comparison.new_action == Action::kBlock);
}

TEST_CASE("a finding that only moved within its post is still there", "[audit][comparison]") {
  AuditFinding moved = PhoneFinding(1);
  moved.bytes = moved.codepoints = moved.utf16 = {40, 52};
  moved.text_line = 3;
  PostOutcome edited = PostWith(1, "2024-05-01", {moved});
  edited.post.record = 77;
  edited.post.path = "data/tweets-part1.js";
  const StoreFile before({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  const StoreFile after({edited});
  CHECK(CountsOf(Compared(before, after).all) == std::vector<uint64_t>{0, 0, 0, 1});
}

TEST_CASE("a value in another kind of field, or in the post of another account, is not the same",
          "[audit][comparison]") {
  AuditFinding in_alt_text = PhoneFinding(1);
  in_alt_text.field = FieldKind::kAltText;
  PostOutcome elsewhere = PostWith(1, "2024-05-01", {PhoneFinding(1)});
  elsewhere.key.post[5] = 1;
  elsewhere.post.account = "AmbridgeLibrary";
  const StoreFile before({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  const StoreFile after({PostWith(1, "2024-05-01", {in_alt_text}), elsewhere});
  CHECK(CountsOf(Compared(before, after).all) == std::vector<uint64_t>{0, 2, 1, 0});
}

TEST_CASE("posts without an id are known by their file and time", "[audit][comparison]") {
  const auto without_id = [](std::string_view day) {
    PostOutcome post = PostWith(1, day, {PhoneFinding(1)});
    post.post.post_id.clear();
    return post;
  };
  const StoreFile before({without_id("2024-05-01")});
  const StoreFile same({without_id("2024-05-01")});
  const StoreFile later({without_id("2024-05-02")});
  CHECK(CountsOf(Compared(before, same).all) == std::vector<uint64_t>{0, 0, 0, 1});
  CHECK(CountsOf(Compared(before, later).all) == std::vector<uint64_t>{0, 1, 1, 0});
}

TEST_CASE("under another key values are compared as they are masked", "[audit][comparison]") {
  AuditRun other_key = KeyedRun();
  other_key.key_id = "99887766";
  AuditFinding renamed = PhoneFinding(1);
  renamed.fingerprint = FingerprintOf(81, "99887766");
  const StoreFile before({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  const StoreFile after(
      {PostWith(1, "2024-05-01", {renamed}), PostWith(2, "2024-05-02", {renamed})}, other_key);
  const Comparison comparison = Compared(before, after);
  CHECK_FALSE(comparison.is_by_fingerprint);
  CHECK(CountsOf(comparison.all) == std::vector<uint64_t>{1, 0, 0, 1});
}

TEST_CASE("stores of other patterns or another policy are told apart", "[audit][comparison]") {
  AuditRun other = KeyedRun();
  other.set_hash[0] = 'e';
  other.policy_hash[0] = 'e';
  const Comparison comparison = Compared(StoreFile({}), StoreFile({}, other));
  CHECK_FALSE(comparison.has_same_patterns);
  CHECK_FALSE(comparison.has_same_policy);
  CHECK(comparison.is_by_fingerprint);
}

TEST_CASE("what is let through or was decided to be no personal data is not compared",
          "[audit][comparison]") {
  const StoreFile before({});
  StoreFile after({PostWith(1, "2024-05-01", {PostcodeFinding(9), PhoneFinding(1)}),
                   PostWith(2, "2024-05-02", {PhoneFinding(2)})});
  after.Decide(1, DecisionState::kFalse);
  after.Decide(2, DecisionState::kAccepted);
  const Comparison comparison = Compared(before, after);
  CHECK(CountsOf(comparison.all) == std::vector<uint64_t>{1, 0, 0, 0});
  CHECK(comparison.listed_new.front().standing == Standing::kAccepted);
  CHECK(comparison.new_action == Action::kPass);
}

TEST_CASE("of more findings than are to be listed the gravest are", "[audit][comparison]") {
  const StoreFile before({});
  const StoreFile after(
      {PostWith(1, "2024-05-01", {PhoneFinding(1), PhoneFinding(2), NhsFinding(3)})});
  const Comparison comparison = Compared(before, after, 1);
  REQUIRE(comparison.listed_new.size() == 1);
  CHECK(comparison.listed_new.front().finding.pattern == "uk.nhs_number");
  CHECK(comparison.all.Of(FindingChange::kNew) == 3);
}

}  // namespace gatepost
