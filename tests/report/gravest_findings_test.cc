#include "report/gravest_findings.h"

#include <string>

#include "report/sample_audit.h"

using namespace gatepost;

namespace {

void Add(GravestFindings& gravest, const std::string& name, const char* severity, int score) {
  AuditFinding finding = SamplePhoneFinding(1);
  finding.name = name;
  finding.severity = severity;
  finding.score = score;
  if (name.ends_with('!')) finding.action = "block";
  AuditPost post = SamplePost(1, 1, "2024-05-01");
  post.text = "caf\xC3\xA9 au lait";
  gravest.Add({finding, post, AuditInput{}, nullptr});
}

std::string Names(const GravestFindings& gravest) {
  std::string names;
  for (const GraveFinding& grave : gravest.findings()) names += grave.finding.name + " ";
  return names;
}

}  // namespace

TEST_CASE("The gravest findings are kept, of equals the first", "[report][gravest_findings]") {
  GravestFindings gravest(4);
  Add(gravest, "a", "low", 90);
  Add(gravest, "b", "high", 50);
  Add(gravest, "c", "high", 50);
  Add(gravest, "d", "high", 60);
  Add(gravest, "e", "critical", 10);
  Add(gravest, "f!", "high", 1);
  Add(gravest, "g", "high", 50);
  CHECK(Names(gravest) == "e f! d b ");
}

TEST_CASE("No finding is kept where none is wanted", "[report][gravest_findings]") {
  GravestFindings gravest(0);
  Add(gravest, "a", "low", 90);
  CHECK(gravest.findings().empty());
}

TEST_CASE("Texts are kept as far as they are wanted, in whole characters",
          "[report][gravest_findings]") {
  const auto text_of = [](size_t bytes) {
    GravestFindings gravest(1, bytes);
    Add(gravest, "a", "low", 90);
    return gravest.findings().begin()->post.text;
  };
  CHECK(text_of(0).empty());
  CHECK(text_of(4) == "caf…");
  CHECK(text_of(5) == "caf\xC3\xA9…");
  CHECK(text_of(100) == "caf\xC3\xA9 au lait");
}
