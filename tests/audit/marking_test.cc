#include "audit/marking.h"

#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

std::string MessageFor(const StoreFile& store, const std::string& fingerprint) {
  const auto values = FindNamed(*store, {fingerprint});
  REQUIRE(values);
  const Status status = CheckAllFound(*store, *values);
  return status ? "(found)" : status.error().message;
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a fingerprint is known by its findings", "[audit][marking]") {
  const StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1), PhoneFinding(2)}),
                         PostWith(2, "2024-05-02", {PhoneFinding(1)})});
  const auto values = FindNamed(*store, {FingerprintOf(2), FingerprintOf(1), FingerprintOf(7)});
  REQUIRE(values);
  REQUIRE(values->size() == 3);
  CHECK((*values)[0].findings == 1);
  CHECK((*values)[1].findings == 2);
  CHECK((*values)[1].pattern == "uk.phone");
  CHECK((*values)[1].masked == PhoneFinding(1).masked);
  CHECK((*values)[2].findings == 0);
  CHECK(MessageFor(store, FingerprintOf(1)) == "(found)");
}

TEST_CASE("a fingerprint of no finding is told with what was most likely meant",
          "[audit][marking]") {
  const StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(41)})});
  CHECK(Has(MessageFor(store, FingerprintOf(42)), "Did you mean `" + FingerprintOf(41) + "`?"));
  CHECK(Has(MessageFor(store, FingerprintOf(41).substr(13)), FingerprintOf(41)));
  CHECK(Has(MessageFor(store, "hs1:99887766:abcdefabcdefabcdefabcdefabcdefab"),
            "another key than those of the store: 3b1e6285."));
  CHECK(Has(MessageFor(store, "4"), "A fingerprint is written whole"));
  CHECK(Has(MessageFor(StoreFile({}), FingerprintOf(1)), "made without a key"));
  CHECK(Has(MessageFor(store, ""), "no finding of the store"));
}

TEST_CASE("marks say what they are about and whether they have run out", "[audit][marking]") {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1), PhoneFinding(2)})});
  store.Decide(1, DecisionState::kAccepted, "2026-04-01");
  store.Decide(2, DecisionState::kRemoved);
  store.Decide(3, DecisionState::kFalse, "2026-04-02");
  const auto marks = MarksOf(*store, KnownDay("2026-04-02"));
  REQUIRE(marks);
  REQUIRE(marks->size() == 3);
  CHECK((*marks)[0].has_run_out);
  CHECK((*marks)[0].value.findings == 1);
  CHECK_FALSE((*marks)[1].has_run_out);
  CHECK_FALSE((*marks)[2].has_run_out);
  CHECK((*marks)[2].value.findings == 0);
}

}  // namespace gatepost
