#include "catch.h"
#include "report/report.h"
#include "report/sample_run.h"

using namespace gatepost;

TEST_CASE("Totals count posts, bytes of all fields, verdicts by word and findings by pattern",
          "[report][totals]") {
  Post post = PostOf("999 000 0018 and 07700 900123");
  post.fields.push_back({FieldKind::kAltText, 0, "abc", nullptr});
  RunTotals totals;
  totals.Add(post, VerdictOf({NhsFinding(post), PhoneFinding(post)}), SamplePatterns());
  totals.Add(post, VerdictOf({PhoneFinding(post)}), SamplePatterns());
  totals.Add(PostOf(""), Verdict{}, SamplePatterns());
  CHECK(totals.posts == 3);
  CHECK(totals.bytes == 64);
  CHECK(totals.verdicts ==
        std::map<std::string, uint64_t>{{"block", 1}, {"review", 1}, {"pass", 1}});
  CHECK(totals.findings == std::map<std::string, uint64_t>{{"uk.nhs_number", 1}, {"uk.phone", 2}});
  CHECK(totals.problems == 0);
  CHECK(totals.is_complete);
}

TEST_CASE("Only unread problems count, and one makes the run incomplete", "[report][totals]") {
  Verdict noted;
  noted.problems = {{ProblemKind::kNote, "raw_control", "kept.", {}}};
  RunTotals totals;
  totals.Add(PostOf("a"), noted, SamplePatterns());
  CHECK(totals.problems == 0);
  CHECK(totals.is_complete);

  Verdict unread = noted;
  unread.is_complete = false;
  unread.problems.push_back(Unread("nul_byte", "a NUL byte."));
  totals.Add(PostOf("a"), unread, SamplePatterns());
  CHECK(totals.problems == 1);
  CHECK_FALSE(totals.is_complete);
  CHECK(totals.verdicts["incomplete"] == 1);
}

TEST_CASE("An input that could not be read makes the run incomplete, a note about one does not",
          "[report][totals]") {
  RunTotals totals;
  totals.AddProblem({ProblemKind::kNote, "note", "noted.", {}});
  CHECK(totals.is_complete);
  totals.AddProblem(Unread("input_unreadable", "cannot be opened."));
  CHECK_FALSE(totals.is_complete);
  CHECK(totals.problems == 1);
  CHECK(totals.posts == 0);
}
