#include "tune/evaluation.h"

#include <memory>
#include <string>
#include <utility>

#include "catch.h"
#include "sample_patterns.h"
#include "tune/figures.h"

namespace gatepost {
namespace {

constexpr size_t kDigits = 0;
constexpr size_t kWord = 1;

std::shared_ptr<const PatternSet> TwoPatterns() {
  std::vector<Pattern> patterns;
  patterns.push_back(SamplePattern("t.digits", "[[variant]]\nregex = '''\\d{4}'''\nbase = 50\n"));
  patterns.push_back(SamplePattern("t.word", "[[variant]]\nregex = '''code'''\nbase = 50\n"));
  auto set = PatternSet::Compile("sample", "00", std::move(patterns));
  if (!set) FAIL(set.error().ToString());
  return *set;
}

// Holds posts of one field, "code 1234 code 5678", against verdicts made up for it.
class Bench {
 public:
  explicit Bench(EvaluationOptions options = {})
      : set_(TwoPatterns()), evaluation_(*set_, options) {
    post_.post.language = "en";
    post_.post.fields.push_back({FieldKind::kText, 0, "code 1234 code 5678", nullptr});
  }

  Bench& Label(const std::string& pattern, Span span, bool is_optional = false) {
    post_.labels.push_back({pattern, {}, {FieldIndex(0), span}, is_optional});
    return *this;
  }
  Bench& Also(const std::string& pattern) {
    post_.labels.back().also.push_back(pattern);
    return *this;
  }
  Bench& Find(size_t pattern, Span span, Action action = Action::kReview) {
    Finding finding;
    finding.pattern = PatternIndex(pattern);
    finding.places.push_back({FieldIndex(0), span});
    finding.action = action;
    finding.score = 50;
    finding.masked = "****";
    verdict_.findings.push_back(std::move(finding));
    verdict_.would_be = std::max(verdict_.would_be, action);
    return *this;
  }
  Bench& Imitate(const std::string& pattern) {
    post_.hard_negative = pattern;
    return *this;
  }
  Bench& Group(const std::string& name) {
    post_.group = name;
    return *this;
  }
  Bench& Language(std::string_view language) {
    post_.post.language = language;
    return *this;
  }
  // Counts the post, and begins another.
  Bench& Count() {
    evaluation_.Add(post_, verdict_, {"corpus.jsonl", 3, 0});
    post_.labels.clear();
    post_.hard_negative.clear();
    post_.group.clear();
    verdict_ = {};
    return *this;
  }

  const EvaluationResult& result() { return evaluation_.result(); }
  Tally tally(size_t pattern) {
    Tally sum;
    for (const auto& [language, tally] : result().patterns[pattern]) sum += tally;
    return sum;
  }
  PostTallies posts() { return PostsOfAll(result()); }
  const PatternSet& set() { return *set_; }

 private:
  std::shared_ptr<const PatternSet> set_;
  Evaluation evaluation_;
  LabelledPost post_;
  Verdict verdict_;
};

TEST_CASE("a finding with a label's edges is right both ways", "[tune][evaluation]") {
  Bench bench;
  const Tally tally = bench.Label("t.digits", {5, 9}).Find(kDigits, {5, 9}).Count().tally(kDigits);
  CHECK(tally.labels == 1);
  CHECK(tally.findings == 1);
  CHECK(tally.exact.found == 1);
  CHECK(tally.exact.right == 1);
  CHECK(tally.overlapping.found == 1);
  CHECK(tally.overlapping.right == 1);
}

TEST_CASE("a finding with other edges is right only by overlapping", "[tune][evaluation]") {
  Bench bench;
  const Tally tally = bench.Label("t.digits", {5, 9}).Find(kDigits, {0, 9}).Count().tally(kDigits);
  CHECK(tally.exact.found == 0);
  CHECK(tally.exact.right == 0);
  CHECK(tally.overlapping.found == 1);
  CHECK(tally.overlapping.right == 1);
}

TEST_CASE("a finding beside a label is an alarm, and the label a miss", "[tune][evaluation]") {
  Bench bench;
  const Tally tally =
      bench.Label("t.digits", {5, 9}).Find(kDigits, {15, 19}).Count().tally(kDigits);
  CHECK(tally.labels - tally.overlapping.found == 1);
  CHECK(tally.findings - tally.overlapping.right == 1);
}

TEST_CASE("a finding of another pattern at a label is that pattern's alarm, and the label a miss",
          "[tune][evaluation]") {
  Bench bench;
  bench.Label("t.digits", {5, 9}).Find(kWord, {5, 9}).Count();
  CHECK(bench.tally(kDigits).labels == 1);
  CHECK(bench.tally(kDigits).overlapping.found == 0);
  CHECK(bench.tally(kDigits).findings == 0);
  CHECK(bench.tally(kWord).findings == 1);
  CHECK(bench.tally(kWord).overlapping.right == 0);
}

TEST_CASE("an optional label is neither missed nor makes an alarm", "[tune][evaluation]") {
  Bench bench;
  bench.Label("t.digits", {5, 9}, true).Count();
  bench.Label("t.digits", {5, 9}, true).Find(kDigits, {0, 9}).Count();
  const Tally tally = bench.tally(kDigits);
  CHECK(tally.labels == 0);
  CHECK(tally.findings == 0);
  SECTION("and a post with nothing else is neither clean nor labelled") {
    CHECK(bench.posts().clean.posts == 0);
    CHECK(bench.posts().labelled.posts == 0);
  }
}

TEST_CASE("an optional label excuses only its own pattern", "[tune][evaluation]") {
  Bench bench;
  bench.Label("t.digits", {5, 9}, true).Find(kWord, {5, 9}).Count();
  CHECK(bench.tally(kWord).findings == 1);
  CHECK(bench.tally(kWord).overlapping.right == 0);
}

TEST_CASE("one finding over two labels finds both, and is right once", "[tune][evaluation]") {
  Bench bench;
  bench.Label("t.digits", {5, 9}).Label("t.digits", {15, 19}).Find(kDigits, {5, 19}).Count();
  const Tally tally = bench.tally(kDigits);
  CHECK(tally.overlapping.found == 2);
  CHECK(tally.findings == 1);
  CHECK(tally.overlapping.right == 1);
}

TEST_CASE("only findings at or above the action asked for count", "[tune][evaluation]") {
  const auto [at, counted] = GENERATE(
      table<FoundAt, uint64_t>({{FoundAt::kAny, 3}, {FoundAt::kReview, 2}, {FoundAt::kBlock, 1}}));
  Bench bench({.at = at});
  for (const Action action : {Action::kPass, Action::kReview, Action::kBlock}) {
    bench.Label("t.digits", {5, 9}).Find(kDigits, {5, 9}, action).Count();
    bench.Find(kDigits, {5, 9}, action).Count();
  }
  CHECK(bench.tally(kDigits).exact.found == counted);
  CHECK(bench.tally(kDigits).findings == 2 * counted);
  CHECK(bench.posts().labelled.held == counted);
  CHECK(bench.posts().clean.held == counted);
}

TEST_CASE("hard negatives are counted apart from other clean posts", "[tune][evaluation]") {
  Bench bench;
  bench.Count().Find(kDigits, {5, 9}).Count();
  bench.Imitate("t.digits").Find(kDigits, {5, 9}).Count();
  CHECK(bench.posts().clean.posts == 2);
  CHECK(bench.posts().clean.held == 1);
  CHECK(bench.posts().hard_negatives.posts == 1);
  CHECK(bench.posts().hard_negatives.held == 1);
}

TEST_CASE("labels of patterns that the set lacks are left out, and their posts are not clean",
          "[tune][evaluation]") {
  Bench bench;
  bench.Label("t.none", {5, 9}).Count();
  CHECK(bench.result().left_out.at("t.none") == 1);
  CHECK(bench.posts().clean.posts == 0);
  CHECK(bench.posts().labelled.posts == 0);
}

TEST_CASE("a finding of a pattern that is also right at a label finds it, and is right",
          "[tune][evaluation]") {
  Bench bench;
  bench.Label("t.digits", {5, 9}).Also("t.word").Find(kWord, {5, 9}).Count();
  CHECK(bench.tally(kDigits).labels == 1);
  CHECK(bench.tally(kDigits).exact.found == 1);
  CHECK(bench.tally(kWord).findings == 1);
  CHECK(bench.tally(kWord).exact.right == 1);
}

TEST_CASE("languages are counted apart and add up", "[tune][evaluation]") {
  Bench bench;
  bench.Language("cy").Label("t.digits", {5, 9}).Count();
  bench.Language("en").Label("t.digits", {5, 9}).Find(kDigits, {5, 9}).Count();
  const auto figures = FiguresOf(bench.result(), bench.set());
  CHECK(figures.at("cy recall, exact") == 0);
  CHECK(figures.at("en recall, exact") == 1);
  CHECK(figures.at("all recall, exact") == 0.5);
  CHECK(figures.at("t.digits recall, exact") == 0.5);
  CHECK_FALSE(figures.contains("t.word recall, exact"));
}

TEST_CASE("groups tell reviewed posts from blocked ones, whatever action is asked about",
          "[tune][evaluation]") {
  const FoundAt at = GENERATE(FoundAt::kAny, FoundAt::kReview, FoundAt::kBlock);
  Bench bench({.at = at});
  bench.Group("events").Count();
  bench.Group("events").Find(kDigits, {5, 9}, Action::kReview).Count();
  bench.Group("events").Find(kDigits, {5, 9}, Action::kBlock).Count();
  bench.Group("events").Find(kDigits, {5, 9}, Action::kPass).Count();
  bench.Find(kDigits, {5, 9}, Action::kBlock).Count();
  REQUIRE(bench.result().groups.size() == 1);
  const GroupTally& events = bench.result().groups.at("events");
  CHECK(events.posts == 4);
  CHECK(events.to_review == 1);
  CHECK(events.blocked == 1);
  const auto figures = FiguresOf(bench.result(), bench.set());
  CHECK(figures.at("group events posts passed") == 0.5);
  CHECK(figures.at("group events posts not blocked") == 0.75);
}

TEST_CASE("misses say what became of the label", "[tune][evaluation]") {
  Bench bench({.lists_misses = true});
  bench.Label("t.digits", {5, 9}).Count();
  bench.Label("t.digits", {5, 9}).Find(kDigits, {5, 9}, Action::kPass).Count();
  bench.Label("t.digits", {5, 9}).Find(kWord, {0, 9}).Count();
  bench.Label("t.digits", {5, 9}).Find(kDigits, {0, 9}).Count();
  bench.Label("t.digits", {5, 9}).Find(kDigits, {5, 9}).Count();
  const auto& misses = bench.result().misses;
  REQUIRE(misses.size() == 4);
  CHECK(misses[0].why == "not found");
  CHECK(misses[1].why == "found, but its score 50 means pass");
  CHECK(misses[2].why == "found as t.word");
  CHECK(misses[3].why == "found with other edges");
  CHECK(misses[0].where == SourcePlace{"corpus.jsonl", 3, 0});
  CHECK(misses[0].span == Span{5, 9});
}

TEST_CASE("listed values are masked unless asked for", "[tune][evaluation]") {
  const auto [shows, miss, alarm] = GENERATE(
      table<bool, std::string, std::string>({{false, "****", "****"}, {true, "1234", "5678"}}));
  Bench bench({.lists_misses = true, .lists_alarms = true, .shows_values = shows});
  bench.Label("t.digits", {5, 9}).Find(kDigits, {15, 19}).Count();
  REQUIRE(bench.result().misses.size() == 1);
  REQUIRE(bench.result().alarms.size() == 1);
  CHECK(bench.result().misses[0].value == miss);
  CHECK(bench.result().alarms[0].value == alarm);
}

}  // namespace
}  // namespace gatepost
