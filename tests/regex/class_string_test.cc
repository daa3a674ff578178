#include <string>
#include <vector>

#include "catch.h"
#include "regex/byte_set.h"
#include "regex/trigger.h"

namespace gatepost {
namespace {

RunStep Step(const ByteSet& bytes, Gap gap = {}) { return {gap, bytes}; }

// Digits, each but the first with up to `max_gap` separators before it.
ClassString DigitsApart(size_t count, uint32_t max_gap) {
  ClassString run;
  run.steps.push_back(Step(Digits()));
  while (run.steps.size() < count) {
    run.steps.push_back(Step(Digits(), {SetOf(" .-"), max_gap}));
  }
  return run;
}

ClassString Literal(const std::string& text) {
  ClassString run;
  for (const char byte : text) run.steps.push_back(Step(WithBothCases(SetOf({&byte, 1}))));
  return run;
}

TEST_CASE("A run stands where its bytes follow each other", "[regex][class_string]") {
  CHECK(StandsAt(Literal("nhs no"), "my NHS No", 3));
  CHECK_FALSE(StandsAt(Literal("nhs no"), "my NHS No", 2));
  CHECK_FALSE(StandsAt(Literal("nhs no"), "my NHS N", 3));
  CHECK_FALSE(StandsAt(Literal("a"), "", 0));
  CHECK_FALSE(StandsAt(Literal("a"), "a", 1));
}

TEST_CASE("Gaps are as wide as they say", "[regex][class_string]") {
  CHECK(StandsAt(DigitsApart(4, 1), "1234", 0));
  CHECK(StandsAt(DigitsApart(4, 1), "1 2-34", 0));
  CHECK_FALSE(StandsAt(DigitsApart(4, 1), "1 2--34", 0));
  CHECK(StandsAt(DigitsApart(4, 2), "1 2--34", 0));
  CHECK_FALSE(StandsAt(DigitsApart(4, 2), "1 2/34", 0));
  CHECK_FALSE(StandsAt(DigitsApart(4, 1), " 1234", 0));
  CHECK_FALSE(StandsAt(DigitsApart(4, 1), "123 ", 0));
}

TEST_CASE("A byte that is a separator as well as a step is tried as both",
          "[regex][class_string]") {
  ClassString run = {{Step(SetOf("a")), Step(SetOf("- "), {SetOf("-"), 2}), Step(SetOf("b"))}};
  CHECK(StandsAt(run, "a-b", 0));
  CHECK(StandsAt(run, "a--b", 0));
  CHECK(StandsAt(run, "a-- b", 0));
  CHECK_FALSE(StandsAt(run, "a----b", 0));
  CHECK_FALSE(StandsAt(run, "ab", 0));
}

TEST_CASE("The longest run with all its gaps is followed to its end", "[regex][class_string]") {
  std::string text = "1";
  for (size_t i = 1; i < kMaxRunSteps; ++i) text += std::string(kMaxGap, ' ') + "1";
  CHECK(StandsAt(DigitsApart(kMaxRunSteps, kMaxGap), text, 0));
  text.pop_back();
  CHECK_FALSE(StandsAt(DigitsApart(kMaxRunSteps, kMaxGap), text, 0));
}

TEST_CASE("No run stands on NUL or bytes beyond ASCII", "[regex][class_string]") {
  const ClassString run = {{Step(Negated({})), Step(Negated({}))}};
  CHECK(StandsAt(run, "ab", 0));
  CHECK_FALSE(StandsAt(run, std::string("a\0", 2), 0));
  CHECK_FALSE(StandsAt(run, "a\xE9", 0));
}

TEST_CASE("A trigger fires if one of its alternatives stands anywhere", "[regex][class_string]") {
  const Trigger trigger = {{Literal("born"), DigitsApart(6, 1)}};
  CHECK(Fires(trigger, "she was BORN here"));
  CHECK(Fires(trigger, "on 01-02-70"));
  CHECK_FALSE(Fires(trigger, "on 01-02-7"));
  CHECK_FALSE(Fires(trigger, ""));
}

TEST_CASE("Runs are shown as people write them", "[regex][class_string]") {
  CHECK(Literal("nhs no.").ToString() == "nhs no.");
  CHECK(Literal("a\n").ToString() == "a\\x0a");
  CHECK(DigitsApart(1, 0).ToString() == "[0-9]");
  CHECK(DigitsApart(6, 1).ToString() == "[0-9](?:[ \\-\\.]?[0-9]){5}");
  const Gap gap = {SetOf(" "), 2};
  const ClassString grouped = {
      {Step(Digits()), Step(Digits()), Step(Digits(), gap), Step(Digits()), Step(SetOf("ab"))}};
  CHECK(grouped.ToString() == "[0-9]{2} {0,2}[0-9]{2}[ab]");
  CHECK(Trigger{{Literal("born"), DigitsApart(2, 0)}}.ToString() == "born | [0-9]{2}");
}

TEST_CASE("A literal has neither gaps nor classes", "[regex][class_string]") {
  CHECK(Literal("nhs no 1").IsLiteral());
  CHECK_FALSE(DigitsApart(1, 0).IsLiteral());
  CHECK_FALSE(ClassString{{Step(SetOf("a")), Step(SetOf("b"), {SetOf(" "), 1})}}.IsLiteral());
}

}  // namespace
}  // namespace gatepost
