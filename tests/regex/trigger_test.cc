#include "regex/trigger.h"

#include <algorithm>
#include <optional>
#include <string>

#include "catch.h"
#include "regex/sample.h"
#include "regex_generator.h"

namespace gatepost {
namespace {

std::optional<Trigger> TriggerOf(const std::string& source) {
  return FindTrigger(Regex::Parse(source).value());
}

// Some alternative stands in `match` at an offset that it allows.
bool StandsWithinOffsets(const Trigger& trigger, const std::string& match) {
  return std::any_of(trigger.alternatives.begin(), trigger.alternatives.end(),
                     [&](const ClassString& run) {
                       for (size_t at = run.min_offset; at <= run.max_offset; ++at) {
                         if (StandsAt(run, match, at)) return true;
                       }
                       return false;
                     });
}

TEST_CASE("Identifiers have the triggers that one would choose by hand", "[regex][trigger]") {
  const auto [source, expected] = GENERATE(table<std::string, std::string>({
      {R"(nhs no\.?)", "nhs no"},
      {R"(\d{3}[ .-]?\d{3}[ .-]?\d{4})", R"([0-9]{3}[ \-\.]?[0-9]{3}[ \-\.]?[0-9]{4})"},
      {R"((?:\d[ -]?){12,18}\d)", R"([0-9](?:[ \-]?[0-9]){10})"},
      {R"((?:(?:\+|00)44[ .-]{0,2}(?:\(0\))?[ .-]{0,2}|\(?0)[1-9](?:[ .()/-]{0,2}\d){8,9})",
       R"([1-9](?:[ \(\)\-\./]{0,2}[0-9]){8})"},
      {R"([a-z0-9][a-z0-9._%+'-]{0,40}@(?:[a-z0-9][a-z0-9-]{0,18}\.){1,3}[a-z]{2,24})",
       R"([%'\+\-\.0-9A-Z_a-z]@[0-9A-Za-z])"},
      {R"([a-hj-pr-y]{2}(?:0[2-9]|[1-4]\d|5[1-9]|[6-9]\d)[ ]?[a-z]{3})",
       R"([A-HJ-PR-Ya-hj-pr-y]{2}[0-9]{2} ?[A-Za-z]{3})"},
      {R"((?:facebook\.com|x\.com)/[a-z0-9_.]{2,50})", "x.com/ | facebook.com/"},
      {R"(.{0,60}password.{0,60})", "password"},
      {R"((?:birthday|birth ?date|born)[ :]{1,2}\d)", "born | birth"},
  }));
  CAPTURE(source);
  const auto trigger = TriggerOf(source);
  REQUIRE(trigger);
  CHECK(trigger->ToString() == expected);
}

TEST_CASE("Identifiers with many forms still have a trigger", "[regex][trigger]") {
  const auto source =
      GENERATE(as<std::string>{},
               R"([a-ceghj-pr-tw-z][a-ceghj-npr-tw-z][ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[a-d])",
               R"([a-pr-uwyz](?:\d{1,2}|[a-hk-y]\d{1,2}|\d[a-hjkpstuw]|[a-hk-y]\d[abehmnprvwxy]))"
               R"([ ]{0,2}\d[abd-hjlnp-uw-z]{2})",
               R"((?:[a-z]{5}|[a-z]{4}9|[a-z]{3}99|[a-z]{2}999|[a-z]9999)[ ]?\d{6}[ ]?)"
               R"((?:99|[a-z][a-z9])\w[a-z]{2})",
               R"((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))",
               R"((?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4})", R"([a-z]{4}gb[a-z0-9]{2}(?:[a-z0-9]{3})?)");
  CAPTURE(source);
  const auto trigger = TriggerOf(source);
  REQUIRE(trigger);
  CHECK(trigger->ExpectedRate() <= kMaxTriggerRate);
}

TEST_CASE("What any text is full of is no trigger", "[regex][trigger]") {
  const auto source = GENERATE(as<std::string>{}, "[a-z]{5}", R"(\w{3,20})", R"(\d{2})", ".{1,128}",
                               "the|a", "[A-Z][a-z]{1,20} [A-Z][a-z]{1,20}",
                               "(?:password)?[a-z]{3}", "(?:password|[a-z]{8})");
  CAPTURE(source);
  CHECK_FALSE(TriggerOf(source));
}

TEST_CASE("A trigger says where in the match it stands", "[regex][trigger]") {
  const auto [source, min, max] = GENERATE(table<std::string, uint32_t, uint32_t>({
      {"password", 0, 0},
      {"[a-z]{3}password", 3, 3},
      {".{0,60}password.{0,60}", 0, 60},
      {"(?:a|bcd)[ -]{0,2}password", 1, 5},
      {"(?:.{2,5}){2,3}password", 4, 15},
      {".{1,20}(?:x|yz)?password", 1, 22},
  }));
  CAPTURE(source);
  const auto trigger = TriggerOf(source);
  REQUIRE(trigger);
  REQUIRE(trigger->ToString() == "password");
  CHECK(trigger->alternatives.front().min_offset == min);
  CHECK(trigger->alternatives.front().max_offset == max);
}

TEST_CASE("Every sample of a regex fires its trigger, within the offsets", "[regex][trigger]") {
  RegexGenerator generator(3);
  size_t triggers = 0;
  for (int i = 0; i < 3000; ++i) {
    const Regex regex = generator.NextRegex();
    const auto trigger = FindTrigger(regex);
    if (!trigger) continue;
    ++triggers;
    CAPTURE(regex.source(), trigger->ToString());
    for (int j = 0; j < 20; ++j) {
      const std::string sample = Sample(regex, generator.random());
      CAPTURE(sample);
      REQUIRE(StandsWithinOffsets(*trigger, sample));
      REQUIRE(Fires(*trigger, "x " + sample + "9"));
    }
  }
  CHECK(triggers > 500);
}

TEST_CASE("What may be absent is no trigger, however rare", "[regex][trigger]") {
  const auto source = GENERATE(as<std::string>{},                                //
                               R"((?:~~~~[a-z]{0,20})?ab12)",                    // at the begin
                               R"((?:~~~~[a-z]{0,20}~~~)?b12c)",                 // before a whole
                               R"((?:~~~~[a-z]{0,20}~~~)?ab12[a-z]{0,20})",      // before a part
                               R"((?:~~~~[a-z]{0,20})?(?:~~~[a-z]{0,9})?b12c)",  // twice
                               R"((?:(?:~~~~[a-z]{0,20})?|~~~~x)ab12)",  // in an alternative
                               R"(ab12(?:[a-z]{0,20}~~~~)?)",            // at the end
                               R"(ab12(?:~~~~[a-z]{0,5}){0,9}2)");       // between
  CAPTURE(source);
  const Regex regex = Regex::Parse(source).value();
  const auto trigger = FindTrigger(regex);
  REQUIRE(trigger);
  CAPTURE(trigger->ToString());
  std::mt19937_64 random(8);
  for (int i = 0; i < 200; ++i) {
    const std::string sample = Sample(regex, random);
    CAPTURE(sample);
    REQUIRE(StandsWithinOffsets(*trigger, sample));
  }
}

TEST_CASE("Runs keep to what a scan can follow", "[regex][trigger]") {
  RegexGenerator generator(4);
  for (int i = 0; i < 2000; ++i) {
    const Regex regex = generator.NextRegex();
    const auto trigger = FindTrigger(regex);
    if (!trigger) continue;
    CAPTURE(regex.source(), trigger->ToString());
    REQUIRE(trigger->ExpectedRate() <= kMaxTriggerRate);
    for (const ClassString& run : trigger->alternatives) {
      REQUIRE_FALSE(run.steps.empty());
      REQUIRE(run.steps.size() <= kMaxRunSteps);
      REQUIRE(run.steps.front().gap == Gap{});
      REQUIRE(run.min_offset <= run.max_offset);
      REQUIRE(run.max_offset + run.steps.size() <= regex.max_width());
      for (const RunStep& step : run.steps) REQUIRE(step.gap.max <= kMaxGap);
    }
  }
}

TEST_CASE("A list of a thousand words is a thousand literals", "[regex][trigger]") {
  std::string source = "(?:";
  for (int i = 0; i < 1000; ++i) {
    source += i > 0 ? "|" : "";
    for (const int digit : {i / 100, i / 10 % 10, i % 10}) {
      source += static_cast<char>('a' + digit);
      source += static_cast<char>('k' + digit);
    }
  }
  const auto trigger = TriggerOf(source + ")");
  REQUIRE(trigger);
  CHECK(trigger->alternatives.size() == 1000);
}

}  // namespace
}  // namespace gatepost
