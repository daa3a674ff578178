#include "regex/run_set.h"

#include <string>

#include "catch.h"
#include "regex/byte_set.h"

namespace gatepost {
namespace {

// One step a byte of `text`; 0 stands for any digit, x for any letter.
Run RunOf(const std::string& text) {
  Run run;
  for (const char byte : text) {
    ByteSet bytes = SetOf({&byte, 1});
    if (byte == '0') bytes = Digits();
    if (byte == 'x') bytes = SetOfRange('a', 'z');
    run.steps.push_back({{}, bytes});
  }
  return run;
}

std::string TextOf(const Run& run) { return ClassString{run.steps, 0, 0}.ToString(); }

TEST_CASE("Runs that differ in one step become one", "[regex][run_set]") {
  RunSet set(RunOf("x-1"));
  set.Add(RunOf("x.1"));
  REQUIRE(set.runs().size() == 1);
  CHECK(TextOf(set.runs().front()) == "[a-z][\\-\\.]1");
}

TEST_CASE("Runs of digits become one however many differ", "[regex][run_set]") {
  RunSet set(RunOf("x19"));
  set.Add(RunOf("x20"));
  set.Add(RunOf("x31"));
  REQUIRE(set.runs().size() == 1);
  CHECK(set.runs().front().steps.size() == 3);
}

TEST_CASE("Words stay words", "[regex][run_set]") {
  RunSet set(RunOf("road"));
  set.Add(RunOf("roar"));
  set.Add(RunOf("road"));
  CHECK(set.runs().size() == 2);
}

TEST_CASE("Runs with different gaps stay apart", "[regex][run_set]") {
  Run apart = RunOf("00");
  apart.steps[1].gap = {SetOf(" "), 1};
  RunSet set(RunOf("00"));
  set.Add(apart);
  CHECK(set.runs().size() == 2);
}

TEST_CASE("Gaps that meet at a seam add up", "[regex][run_set]") {
  Run first = RunOf("a");
  first.tail = {SetOf(" "), 1};
  Run second = RunOf("b");
  second.steps.front().gap = {SetOf("-"), 2};
  const auto joined = RunSet::Join(RunSet(first), RunSet(second));
  REQUIRE(joined);
  CHECK(TextOf(joined->runs().front()) == "a[ \\-]{0,3}b");
  second.steps.front().gap.max = 3;
  CHECK_FALSE(RunSet::Join(RunSet(first), RunSet(second)));
}

TEST_CASE("A run without steps passes its gap on", "[regex][run_set]") {
  Run gap;
  gap.tail = {SetOf(" "), 2};
  const auto before = RunSet::Join(RunSet(RunOf("a")), RunSet(gap));
  REQUIRE(before);
  const auto joined = RunSet::Join(*before, RunSet(RunOf("b")));
  REQUIRE(joined);
  CHECK(TextOf(joined->runs().front()) == "a {0,2}b");
}

TEST_CASE("Cutting a run to its end moves its begin", "[regex][run_set]") {
  Run run = RunOf("ab" + std::string(kMaxRunSteps, '0'));
  run.steps[1].gap = {SetOf(" "), 1};
  run.steps[2].gap = {SetOf(" "), 2};
  RunSet set(run);
  set.KeepEnds();
  const Run& end = set.runs().front();
  CHECK(end.steps.size() == kMaxRunSteps);
  CHECK(end.steps.front().gap == Gap{});
  CHECK(end.min_offset == 2);
  CHECK(end.max_offset == 5);
}

TEST_CASE("Sets that would grow too large are not joined", "[regex][run_set]") {
  RunSet words;
  for (char letter = 'a'; letter < 'k'; ++letter) words.Add(RunOf(std::string(3, letter)));
  REQUIRE(words.runs().size() == 10);
  CHECK_FALSE(RunSet::Join(words, words));
}

TEST_CASE("One stretch that serves several runs is chosen once", "[regex][run_set]") {
  RunSet set(RunOf("@xxx"));
  set.Add(RunOf("xx@xxx"));
  set.Add(RunOf("-@xxx.x"));
  const auto trigger = ChooseTrigger(set);
  REQUIRE(trigger);
  REQUIRE(trigger->alternatives.size() == 1);
  CHECK(trigger->alternatives.front().min_offset == 0);
  CHECK(trigger->alternatives.front().max_offset == 2);
}

TEST_CASE("A stretch does not serve a run with a wider gap", "[regex][run_set]") {
  Run narrow = RunOf("@@");
  narrow.steps[1].gap = {SetOf(" "), 1};
  Run wide = RunOf("@@x");
  wide.steps[1].gap = {SetOf(" "), 2};
  RunSet set(narrow);
  set.Add(wide);
  const auto trigger = ChooseTrigger(set);
  REQUIRE(trigger);
  CHECK(Fires(*trigger, "@ @"));
  CHECK(Fires(*trigger, "@  @x"));
}

TEST_CASE("There is no trigger if a run may be empty", "[regex][run_set]") {
  RunSet set(RunOf("@@@"));
  set.Add(Run{});
  CHECK_FALSE(ChooseTrigger(set));
}

}  // namespace
}  // namespace gatepost
