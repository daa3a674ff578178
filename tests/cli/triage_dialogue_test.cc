#include "cli/triage_dialogue.h"

#include <sstream>
#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

struct Asked {
  std::string shown;
  std::vector<Decision> decisions;
  Result<DialogueTotals> totals;
};

// Three values: an NHS number, a phone number, and one without a fingerprint.
Asked AskWith(const std::string& answers, const Status& decide_with = {}) {
  AuditFinding keyless = PhoneFinding(3);
  keyless.fingerprint = "";
  const StoreFile store({PostWith(1, "2024-05-01", {NhsFinding(1), PhoneFinding(2), keyless})});
  Triage triage({KnownDay("2026-04-02"), false, nullptr});
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    triage.Add(found);
    return {};
  });
  REQUIRE(status);
  const auto ranked = triage.Ranked();
  const TriageReport report{ranked, 50, triage.findings(), "audit.db", nullptr};
  DialogueOptions options;
  options.owner = "Pat Example";
  options.today = KnownDay("2026-04-02");
  std::istringstream in(answers);
  std::ostringstream out;
  Asked asked;
  asked.totals = RunTriageDialogue(report, options, in, out, [&](const Decision& decision) {
    asked.decisions.push_back(decision);
    return decide_with;
  });
  asked.shown = out.str();
  return asked;
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each value is asked about, and the reason is offered again", "[cli][triage_dialogue]") {
  const Asked asked = AskWith("r\npost deleted\na\n\n");
  REQUIRE(asked.totals);
  CHECK(asked.totals->decided == 2);
  REQUIRE(asked.decisions.size() == 2);
  CHECK(asked.decisions[0].fingerprint == FingerprintOf(1));
  CHECK(asked.decisions[0].state == DecisionState::kRemoved);
  CHECK(asked.decisions[0].reason == "post deleted");
  CHECK(asked.decisions[0].owner == "Pat Example");
  CHECK(asked.decisions[0].made == KnownDay("2026-04-02"));
  CHECK(asked.decisions[1].state == DecisionState::kAccepted);
  CHECK(asked.decisions[1].reason == "post deleted");
  CHECK(Has(asked.shown, "Why? [post deleted] "));
  CHECK_FALSE(Has(asked.shown, "cannot be marked"));
}

TEST_CASE("what is no answer is asked again, and a reason must be given",
          "[cli][triage_dialogue]") {
  const Asked asked = AskWith("\nx\nf\n\n  \norder number\nq\n");
  REQUIRE(asked.decisions.size() == 1);
  CHECK(asked.decisions[0].state == DecisionState::kFalse);
  CHECK(asked.decisions[0].reason == "order number");
}

TEST_CASE("values can be skipped, and the end of the input ends the questions",
          "[cli][triage_dialogue]") {
  const Asked asked = AskWith("s\na\n");
  REQUIRE(asked.totals);
  CHECK(asked.totals->skipped == 1);
  CHECK(asked.totals->decided == 0);
  CHECK(asked.decisions.empty());
}

TEST_CASE("a decision that cannot be kept ends the questions", "[cli][triage_dialogue]") {
  const Asked asked = AskWith("r\ndeleted\nr\n\n", Fail(ErrorCode::kUnreadable, "disk full"));
  CHECK_FALSE(asked.totals);
  CHECK(asked.decisions.size() == 1);
}

}  // namespace gatepost
