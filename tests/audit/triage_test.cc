#include "audit/triage.h"

#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

Triage Triaged(const StoreFile& store, TriageOptions options = {}) {
  options.as_of = KnownDay("2026-04-02");
  Triage triage(options);
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    triage.Add(found);
    return {};
  });
  REQUIRE(status);
  return triage;
}

}  // namespace

TEST_CASE("findings of one value are one decision, the gravest and then the commonest first",
          "[audit][triage]") {
  const StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1), PhoneFinding(1)}),
                         PostWith(2, "2023-01-01", {PhoneFinding(1), PhoneFinding(2)}),
                         PostWith(3, "", {NhsFinding(3), PostcodeFinding(4)})});
  const Triage triage = Triaged(store);
  CHECK(triage.findings() == 5);
  const std::vector<const TriagedValue*> values = triage.Ranked();
  REQUIRE(values.size() == 3);
  CHECK(values[0]->pattern == "uk.nhs_number");
  CHECK_FALSE(values[0]->first_published);
  CHECK(values[1]->fingerprint == FingerprintOf(1));
  CHECK(values[1]->findings == 3);
  CHECK(values[1]->posts == 2);
  CHECK(values[1]->accounts.size() == 1);
  CHECK(values[1]->first_published == Time(KnownDay("2023-01-01")) + std::chrono::hours(9));
  CHECK(values[1]->last_published == Time(KnownDay("2024-05-01")) + std::chrono::hours(9));
  CHECK(values[2]->fingerprint == FingerprintOf(2));
}

TEST_CASE("values that were decided about are shown on request, behind the open ones",
          "[audit][triage]") {
  StoreFile store({PostWith(1, "2024-05-01", {NhsFinding(1), PhoneFinding(2)}),
                   PostWith(2, "2024-05-02", {PhoneFinding(3)})});
  store.Decide(1, DecisionState::kAccepted);
  store.Decide(3, DecisionState::kAccepted, "2026-04-01");
  const Triage decided = Triaged(store, {{}, true, nullptr});
  const std::vector<const TriagedValue*> all = decided.Ranked();
  REQUIRE(all.size() == 3);
  CHECK(all[2]->standing == Standing::kAccepted);
  const Triage open = Triaged(store);
  REQUIRE(open.Ranked().size() == 2);
  CHECK_FALSE(open.Ranked()[0]->ran_out);
  CHECK(open.Ranked()[1]->ran_out == KnownDay("2026-04-01"));
}

TEST_CASE("a value is public if one of its posts is, and gone if all of them are",
          "[audit][triage]") {
  PostOutcome seen = PostWith(1, "2024-05-01", {PhoneFinding(1)});
  seen.post.visibility = Visibility::kPublic;
  PostOutcome gone = PostWith(2, "2024-05-01", {PhoneFinding(1), PhoneFinding(2)});
  gone.post.visibility = Visibility::kGone;
  const StoreFile store({seen, gone, PostWith(3, "2024-05-03", {PhoneFinding(3)})});
  const Triage triage = Triaged(store);
  const auto values = triage.Ranked();
  REQUIRE(values.size() == 3);
  CHECK(values[0]->visibility() == Visibility::kPublic);
  CHECK(values[0]->PostsThatAre(Visibility::kGone) == 1);
  CHECK(values[1]->visibility() == Visibility::kGone);
  CHECK(values[2]->visibility() == Visibility::kUnknown);
}

TEST_CASE("the book of accounts says of posts whether they are public", "[audit][triage]") {
  const Result<AccountBook> book =
      AccountBook::Parse("[account.\"x:AmbridgeBC\"]\npublic = false\n", "accounts.toml");
  REQUIRE(book);
  const StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  const Triage triage = Triaged(store, {{}, false, &*book});
  CHECK(triage.Ranked().front()->visibility() == Visibility::kGone);
}

TEST_CASE("without fingerprints values that are masked alike are one", "[audit][triage]") {
  AuditFinding one = PhoneFinding(1);
  AuditFinding other = PhoneFinding(2);
  one.fingerprint = other.fingerprint = "";
  other.masked = one.masked;
  const StoreFile store({PostWith(1, "2024-05-01", {one, other})});
  const Triage triage = Triaged(store);
  REQUIRE(triage.Ranked().size() == 1);
  CHECK(triage.Ranked().front()->findings == 2);
  CHECK(triage.Ranked().front()->fingerprint.empty());
}

}  // namespace gatepost
