#include "scan/scanner.h"

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "scan/scan_text.h"

namespace gatepost {
namespace {

// Four digits: 50 points; 90 beside "code".
Pattern Code() {
  return SamplePattern("t.code",
                       "edges = \"number\"\nreplacement = \"[code]\"\nmask = \"keep-last-1\"\n"
                       "[[variant]]\nregex = '''\\d{4}'''\nbase = 50\n"
                       "[context]\nnear = [\"code\"]\npoints = 40\nagainst = [\"order\"]\n"
                       "against_points = -30\nwithin = { words = 3 }");
}

// Two capitals and a digit: 20 points.
Pattern Area() {
  return SamplePattern("t.area",
                       "case = \"sensitive\"\nreplacement = \"[area]\"\n"
                       "[[variant]]\nregex = '''[A-Z]{2}\\d'''\nbase = 20");
}

int SumOfPoints(const Finding& finding) {
  int sum = 0;
  for (const Reason& reason : finding.reasons) sum += reason.points;
  return sum;
}

TEST_CASE("a post's score is the sum of its reasons and decides the action", "[scan][scanner]") {
  SampleScanner scanner({Code()});
  const Verdict review = scanner.Scan("it is 1234 now");
  REQUIRE(review.findings.size() == 1);
  CHECK(review.word() == "review");
  CHECK(review.findings[0].score == 50);
  const Verdict block = scanner.Scan("the code is 1234 now");
  CHECK(block.word() == "block");
  CHECK(block.findings[0].score == 90);
  CHECK(block.findings[0].reasons[1].detail == "code");
  const Verdict pass = scanner.Scan("order 1234 now");
  CHECK(pass.word() == "pass");
  CHECK(pass.findings[0].score == 20);
  for (const Verdict& verdict : {review, block, pass}) {
    CHECK(SumOfPoints(verdict.findings[0]) == verdict.findings[0].score);
  }
}

TEST_CASE("context counts only within its window of words", "[scan][scanner]") {
  SampleScanner scanner({Code()});
  CHECK(scanner.Scan("code one two 1234").findings[0].score == 90);
  CHECK(scanner.Scan("code one two three 1234").findings[0].score == 50);
  CHECK(scanner.Scan("1234 is the code").findings[0].score == 90);
}

TEST_CASE("a finding's place is in the bytes of the original, and its value is masked",
          "[scan][scanner]") {
  SampleScanner scanner({Code()});
  const std::string text = "c\u00f4d \u2013 \u0661\u0662\u0663\u0664!";
  const Verdict verdict = scanner.Scan(text);
  REQUIRE(verdict.findings.size() == 1);
  CHECK(Cut(text, verdict.findings[0].places[0].span) == "\u0661\u0662\u0663\u0664");
  CHECK(verdict.findings[0].masked == "***4");
}

TEST_CASE("a digit one separator away lowers the score unless it is another finding's",
          "[scan][scanner]") {
  SampleScanner scanner({Code()});
  CHECK(scanner.Scan("12 1234").findings[0].score == 35);
  CHECK(scanner.Scan("1234-5").findings[0].score == 35);
  CHECK(scanner.Scan("12, 1234").findings[0].score == 50);
  const Verdict two = scanner.Scan("1234 5678");
  REQUIRE(two.findings.size() == 2);
  CHECK(two.findings[0].score == 50);
  CHECK(two.findings[1].score == 50);
}

TEST_CASE("the suggestion replaces what calls for an action and scans as pass",
          "[scan][suggester]") {
  SampleScanner scanner({Code(), Area()});
  const Verdict verdict = scanner.Scan("AB1: the code is 1234, order 5678 is sent");
  REQUIRE(verdict.suggestions.size() == 1);
  // "[code]" gives the order number new context, so it goes too; the area, which passes, stays.
  CHECK(verdict.suggestions[0].text == "AB1: the code is [code], order [code] is sent");
  CHECK(scanner.Scan(verdict.suggestions[0].text).word() == "pass");
  CHECK(scanner.Scan("AB1 alone").suggestions.empty());
}

TEST_CASE("of many findings the suggestion replaces all, whatever they call for",
          "[scan][suggester]") {
  SampleScanner scanner({Code(), Area()});
  std::string text = "AB1:";
  std::string safe = "[area]:";
  for (int i = 0; i < 11; ++i) {
    text += " the code is " + std::to_string(1234 + i) + ",";
    safe += " the code is [code],";
  }
  const Verdict verdict = scanner.Scan(text);
  REQUIRE(verdict.findings.size() == 12);
  REQUIRE(verdict.suggestions.size() == 1);
  CHECK(verdict.suggestions[0].text == safe);
  CHECK(scanner.Scan(safe).word() == "pass");
}

TEST_CASE("a suggestion of unreadable text is readable", "[scan][suggester]") {
  SampleScanner scanner({Code()});
  const std::string text("code 1234 \xff\x00 end", 16);
  const Verdict verdict = scanner.Scan(text);
  CHECK(verdict.word() == "block");
  CHECK_FALSE(verdict.is_complete);
  REQUIRE(verdict.suggestions.size() == 1);
  CHECK(verdict.suggestions[0].text == "code [code] \uFFFD  end");
}

TEST_CASE("every field is scanned and findings name theirs", "[scan][scanner]") {
  SampleScanner scanner({Code()});
  Post post;
  post.fields.push_back({FieldKind::kText, 0, "nothing", nullptr});
  post.fields.push_back({FieldKind::kAltText, 0, "code 1234", nullptr});
  const Verdict verdict = scanner.Scan(post);
  REQUIRE(verdict.findings.size() == 1);
  CHECK(verdict.findings[0].places[0].field == FieldIndex(1));
  REQUIRE(verdict.suggestions.size() == 1);
  CHECK(verdict.suggestions[0].field == FieldIndex(1));
}

TEST_CASE("a post without text passes", "[scan][scanner]") {
  SampleScanner scanner({Code()});
  CHECK(scanner.Scan("").word() == "pass");
}

TEST_CASE("what could not be looked at makes the verdict incomplete, never a pass",
          "[scan][scanner]") {
  SampleScanner scanner({Code()}, "", {.max_post_bytes = 20});
  const Verdict too_large = scanner.Scan("this text is longer than it may be");
  CHECK(too_large.word() == "incomplete");
  REQUIRE(too_large.problems.size() == 1);
  CHECK(too_large.problems[0].code == "post_too_large");

  const Verdict invalid = scanner.Scan("a\xff");
  CHECK(invalid.word() == "incomplete");
  CHECK(invalid.problems[0].code == "invalid_utf8");

  const Verdict nul = scanner.Scan(std::string("a\0b", 3));
  CHECK(nul.word() == "incomplete");
  CHECK(nul.problems[0].code == "nul_byte");

  Post unread;
  unread.problems.push_back({ProblemKind::kUnread, "bad_json", "broken", {}});
  CHECK(scanner.Scan(unread).word() == "incomplete");
}

TEST_CASE("posts of all sizes keep their order and their own findings", "[scan][scanner]") {
  SampleScanner scanner({Code()}, "", {.max_post_bytes = 100'000});
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    std::string text = i % 7 == 0 ? std::string(static_cast<size_t>(i) * 400, 'x') : "post";
    if (i % 3 == 0) text += " 1234";
    texts.push_back(text);
  }
  std::vector<Post> posts;
  for (const std::string& text : texts) posts.push_back(SampleScanner::PostOf(text));
  const std::vector<Verdict> verdicts = scanner.Scan(posts);
  for (size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(i);
    const bool is_too_large = texts[i].size() > 100'000;
    CHECK(verdicts[i].is_complete == !is_too_large);
    CHECK(verdicts[i].findings.size() == (i % 3 == 0 && !is_too_large ? 1U : 0U));
  }
}

TEST_CASE("more matches than are judged make the verdict incomplete", "[scan][scanner]") {
  SampleScanner scanner({Code()});
  std::string text;
  for (size_t i = 0; i <= kMaxMatchesPerPost; ++i) text += "1234,";
  const Verdict verdict = scanner.Scan(text);
  CHECK_FALSE(verdict.is_complete);
  CHECK(verdict.findings.size() == kMaxMatchesPerPost);
  CHECK(verdict.problems[0].code == "too_many_matches");
  // What was not judged may be a value all the same.
  REQUIRE(verdict.covered.size() == 1);
  CHECK(Cut(text, verdict.covered[0].span) == "1234");
}

TEST_CASE("an attachment that nobody looked into is noted", "[scan][scanner]") {
  SampleScanner scanner({Code()});
  Post post = SampleScanner::PostOf("see picture");
  post.media = 2;
  const Verdict verdict = scanner.Scan(post);
  CHECK(verdict.word() == "pass");
  REQUIRE(verdict.problems.size() == 1);
  CHECK(verdict.problems[0].kind == ProblemKind::kNote);
}

TEST_CASE("threads share a scanner, each with a worker of its own", "[scan][scanner]") {
  const auto set = PatternSet::Compile("sample", "00", {Code(), Area()});
  REQUIRE(set.has_value());
  const auto policy = ParsePolicy("name = \"sample\"", "policy.toml");
  REQUIRE(policy.has_value());
  const Scanner scanner(*set, *policy, {});
  struct Count final : VerdictSink {
    void Accept(const Post&, Verdict verdict) override { findings += verdict.findings.size(); }
    size_t findings = 0;
  };
  std::array<Count, 4> counts;
  {
    std::vector<std::jthread> threads;
    for (Count& count : counts) {
      threads.emplace_back([&scanner, &count] {
        Worker worker(scanner);
        for (int i = 0; i < 50; ++i) {
          const std::vector<Post> posts(20, SampleScanner::PostOf("AB1: the code is 1234"));
          scanner.Scan(posts, worker, count);
        }
      });
    }
  }
  for (const Count& count : counts) CHECK(count.findings == 2000);
}

}  // namespace
}  // namespace gatepost
