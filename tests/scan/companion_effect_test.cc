// What one pattern's matches do to another's findings.

#include <string>
#include <vector>

#include "catch.h"
#include "judge/companions.h"
#include "scan_text.h"

namespace gatepost {
namespace {

Pattern Sort(const std::string& body = "") {
  return SamplePattern("t.sort", "[[variant]]\nregex = '\\d{2}-\\d{2}-\\d{2}'\nbase = 10\n" + body);
}

// Nothing without "account" or a sort code.
Pattern Account(const std::string& within = "2") {
  return SamplePattern("t.account",
                       "[[variant]]\nregex = '\\d{8}'\nbase = 20\n"
                       "[context]\nnear = [\"account\"]\npoints = 15\nrequired = true\n"
                       "[companion]\npatterns = [\"t.sort\"]\npoints = 25\nwithin = { words = " +
                           within + " }\n");
}

// The scores of the account numbers in `text`.
std::vector<int> Accounts(SampleScanner& scanner, const std::string& text) {
  std::vector<int> scores;
  for (const Finding& finding : scanner.Scan(text).findings) {
    if (finding.pattern == PatternIndex(0)) scores.push_back(finding.score);
  }
  return scores;
}
using Scores = std::vector<int>;

TEST_CASE("a companion adds its points once and says whose match it is", "[scan][companions]") {
  SampleScanner scanner({Account(), Sort()});
  const Verdict verdict = scanner.Scan("12-34-56, 20000000, 65-43-21");
  REQUIRE(verdict.findings.size() == 3);
  const Finding& account = verdict.findings[1];
  CHECK(account.score == 45);
  REQUIRE(account.reasons.size() == 2);
  CHECK(account.reasons[1].kind == Reason::Kind::kCompanion);
  CHECK(account.reasons[1].points == 25);
  CHECK(account.reasons[1].detail == "t.sort");
}

TEST_CASE("without a phrase or a companion a required context yields no finding",
          "[scan][companions]") {
  SampleScanner scanner({Account(), Sort()});
  CHECK(Accounts(scanner, "20000000").empty());
  CHECK(Accounts(scanner, "account 20000000") == Scores{35});
  CHECK(Accounts(scanner, "20000000 12-34-56") == Scores{45});
  CHECK(Accounts(scanner, "account 20000000 12-34-56") == Scores{60});
}

TEST_CASE("a companion has to reach into the words beside the match", "[scan][companions]") {
  SampleScanner scanner({Account(), Sort()});
  CHECK(Accounts(scanner, "12-34-56 one 20000000") == Scores{45});
  CHECK(Accounts(scanner, "12-34-56 one two 20000000").empty());
  CHECK(Accounts(scanner, "20000000 one 12-34-56") == Scores{45});
  CHECK(Accounts(scanner, "20000000 one two 12-34-56").empty());
}

TEST_CASE("a companion stands in the same field", "[scan][companions]") {
  SampleScanner scanner({Account(), Sort()});
  Post post = SampleScanner::PostOf("12-34-56");
  post.fields.push_back({FieldKind::kAltText, 0, "20000000", nullptr});
  CHECK(scanner.Scan(post).findings.size() == 1);
  CHECK(scanner.Scan({SampleScanner::PostOf("12-34-56"), SampleScanner::PostOf("20000000")})[1]
            .findings.empty());
}

TEST_CASE("a match that overlaps is no companion", "[scan][companions]") {
  const Pattern start =
      SamplePattern("t.sort", "edges = \"none\"\n[[variant]]\nregex = '\\d{3}'\nbase = 1\n");
  SampleScanner scanner({Account(), start});
  CHECK(Accounts(scanner, "20000000").empty());
  CHECK(Accounts(scanner, "20000000 123") == Scores{45});
}

TEST_CASE("two patterns can be companions of each other", "[scan][companions]") {
  const Pattern sort =
      Sort("[context]\nrequired = true\n[companion]\npatterns = [\"t.account\"]\npoints = 40\n");
  SampleScanner scanner({Account(), sort});
  CHECK(scanner.Scan("12-34-56").findings.empty());
  CHECK(scanner.Scan("20000000").findings.empty());
  CHECK(scanner.Scan("12-34-56 20000000").findings.size() == 2);
}

TEST_CASE("a match is a companion on channels where its own pattern is disabled",
          "[scan][companions]") {
  SampleScanner scanner({Account(), Sort()}, "[override.\"t.sort\"]\nenabled = false\n");
  CHECK(Accounts(scanner, "12-34-56 20000000") == Scores{45});
}

TEST_CASE("so many matches beside one are looked at and no more", "[scan][companions]") {
  const Pattern digit = SamplePattern("t.digit", "[[variant]]\nregex = '\\d'\nbase = 1\n");
  SampleScanner scanner({Account("50"), Sort(), digit});
  const auto digits = [](size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i) text += " 1";
    return text + " ";
  };
  const size_t others = kMaxMatchesBeside - 1;
  CHECK(Accounts(scanner, "12-34-56" + digits(others) + "20000000") == Scores{45});
  CHECK(Accounts(scanner, "12-34-56" + digits(others + 1) + "20000000").empty());
  CHECK(Accounts(scanner, "20000000" + digits(others) + "12-34-56") == Scores{45});
  CHECK(Accounts(scanner, "20000000" + digits(others + 1) + "12-34-56").empty());
}

}  // namespace
}  // namespace gatepost
