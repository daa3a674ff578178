#include "audit/standing.h"

#include "base/day.h"
#include "catch.h"

using namespace gatepost;

namespace {

constexpr std::string_view kToday = "2026-04-01";

Standing StandingUnder(std::string_view action, const Decision* decision) {
  AuditFinding finding;
  finding.action = action;
  return StandingOf(finding, decision, *DayOf(kToday));
}

Standing StandingUntil(std::string_view until) {
  Decision decision;
  decision.state = DecisionState::kRemoved;
  decision.until = DayOf(until);
  return StandingUnder("block", &decision);
}

}  // namespace

TEST_CASE("A finding is open unless it is let through or decided about", "[audit][standing]") {
  CHECK(StandingUnder("review", nullptr) == Standing::kOpen);
  CHECK(StandingUnder("block", nullptr) == Standing::kOpen);
  CHECK(StandingUnder("pass", nullptr) == Standing::kLetThrough);
  Decision decision;
  CHECK(StandingUnder("review", &decision) == Standing::kAccepted);
  CHECK(StandingUnder("pass", &decision) == Standing::kLetThrough);
  decision.state = DecisionState::kRemoved;
  CHECK(StandingUnder("review", &decision) == Standing::kRemoved);
  decision.state = DecisionState::kFalse;
  CHECK(StandingUnder("block", &decision) == Standing::kFalse);
}

TEST_CASE("A decision holds until the end of its last day", "[audit][standing]") {
  CHECK(StandingUntil("2026-03-31") == Standing::kOpen);
  CHECK(StandingUntil("2026-04-01") == Standing::kRemoved);
  CHECK(StandingUntil("2026-04-02") == Standing::kRemoved);
}

TEST_CASE("Severities are ranked, the gravest first", "[audit][standing]") {
  CHECK(SeverityRank("critical") == 0);
  CHECK(SeverityRank("low") == 3);
  CHECK(SeverityRank("") == 4);
  CHECK(SeverityRank("grave") == 4);
}
