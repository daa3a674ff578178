#include "report/verdict_summary.h"

#include "catch.h"
#include "report/sample_run.h"

using namespace gatepost;

namespace {

Finding FindingOf(size_t pattern, Action action) {
  Finding finding;
  finding.pattern = PatternIndex(pattern);
  finding.action = action;
  return finding;
}

// Of findings of the sample patterns: the first is the NHS number, the second the phone number.
Verdict VerdictWith(std::vector<Finding> findings, Action action, bool is_complete = true) {
  Verdict verdict;
  verdict.findings = std::move(findings);
  verdict.action = action;
  verdict.would_be = action;
  verdict.is_complete = is_complete;
  return verdict;
}

}  // namespace

TEST_CASE("what is held back is named, each kind once and with its number",
          "[report][verdict_summary]") {
  const ReportContext context = SampleContext();
  VerdictSummary summary(context);
  Verdict verdict = VerdictWith({FindingOf(1, Action::kReview), FindingOf(0, Action::kBlock),
                                 FindingOf(1, Action::kBlock), FindingOf(0, Action::kPass)},
                                Action::kBlock);
  verdict.combinations = {{"pair", Action::kBlock, "Leave one out.", "name with number"},
                          {"quiet", Action::kPass, "", "of no account"}};
  summary.Add(verdict);
  CHECK(summary.word() == "block");
  CHECK(summary.Sentence() == "Held back: Phone number (2), NHS number, name with number.");
}

TEST_CASE("what passes is said in one sentence", "[report][verdict_summary]") {
  const ReportContext context = SampleContext();
  VerdictSummary summary(context);
  summary.Add(VerdictWith({FindingOf(0, Action::kPass)}, Action::kPass));
  CHECK(summary.word() == "pass");
  CHECK(summary.Sentence() == "Nothing was found that speaks against publishing it.");
}

TEST_CASE("several verdicts together are as grave as the gravest and complete if all are",
          "[report][verdict_summary]") {
  const ReportContext context = SampleContext();
  VerdictSummary summary(context);
  summary.Add(VerdictWith({FindingOf(1, Action::kReview)}, Action::kReview));
  CHECK(summary.word() == "review");
  CHECK(summary.Sentence() == "To be looked at before it is published: Phone number.");
  summary.Add(VerdictWith({}, Action::kPass, false));
  CHECK(summary.word() == "incomplete");
  CHECK_THAT(summary.Sentence(), ContainsSubstring("Not all of this post could be looked at."));
  CHECK_THAT(summary.Sentence(), ContainsSubstring("Found: Phone number."));
  summary.Add(VerdictWith({FindingOf(0, Action::kBlock)}, Action::kBlock));
  CHECK(summary.word() == "block");
  CHECK(summary.Sentence() == "Held back: Phone number, NHS number.");
  CHECK(summary.action() == Action::kBlock);
  CHECK_FALSE(summary.is_complete());
}

TEST_CASE("what a channel only reports is said not to be held back", "[report][verdict_summary]") {
  const ReportContext context = SampleContext();
  VerdictSummary summary(context);
  Verdict verdict = VerdictWith({FindingOf(0, Action::kBlock)}, Action::kPass);
  verdict.would_be = Action::kBlock;
  verdict.is_report_only = true;
  summary.Add(verdict);
  CHECK(summary.word() == "pass");
  CHECK(summary.Sentence() == "Not held back, because its channel only reports: NHS number.");
}

TEST_CASE("the sentence is in the language of the report", "[report][verdict_summary]") {
  ReportContext context = SampleContext();
  context.language = Language::kWelsh;
  VerdictSummary summary(context);
  CHECK(summary.Sentence() == "Ni chanfuwyd dim yn erbyn ei gyhoeddi.");
}
