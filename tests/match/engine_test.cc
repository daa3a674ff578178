#include "match/engine.h"

#include <string>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

std::vector<Pattern> Patterns(const std::string& regex) {
  return {SamplePattern("t.a", "[[variant]]\nregex = '''" + regex + "'''\nbase = 1")};
}

MatchList MatchesWith(const Matcher& matcher, Matcher::Scratch& scratch, const std::string& text) {
  SkeletonBatch batch;
  batch.AddPlain(PostIndex(0), FieldIndex(0), text);
  MatchList matches = {Match{}, Match{}};  // of the batch before
  REQUIRE(matcher.FindMatches(batch, scratch, matches).has_value());
  return matches;
}

TEST_CASE("the best engine is the last that is available", "[match][engine]") {
  const std::vector<Engine> engines = AvailableEngines();
  CHECK(engines.front() == Engine::kReference);
  const auto patterns = Patterns("nhs no");
  const auto best = MakeMatcher(patterns, {});
  const auto last = MakeMatcher(patterns, {.engine = engines.back()});
  REQUIRE((best.has_value() && last.has_value()));
  CHECK((*best)->name() == (*last)->name());
}

TEST_CASE("a scan that an engine fails is done all the same, never one without matches",
          "[match][engine]") {
  const auto patterns = Patterns("nhs no");
  const auto reference = MakeMatcher(patterns, {.engine = Engine::kReference});
  REQUIRE(reference.has_value());
  const auto foreign = (*reference)->NewScratch();  // no other engine can scan with it
  for (const Engine engine : AvailableEngines()) {
    const auto matcher = MakeMatcher(patterns, {.engine = engine});
    REQUIRE(matcher.has_value());
    CAPTURE((*matcher)->name());
    const auto own = (*matcher)->NewScratch();
    CHECK(MatchesWith(**matcher, *own, "NHS no").size() == 1);
    CHECK(MatchesWith(**matcher, *foreign, "NHS no") == MatchesWith(**matcher, *own, "NHS no"));
    const auto others = Patterns("another");
    const auto other = MakeMatcher(others, {.engine = Engine::kFast});
    REQUIRE(other.has_value());
    const auto of_other = (*other)->NewScratch();
    CHECK(MatchesWith(**matcher, *of_other, "NHS no") == MatchesWith(**matcher, *own, "NHS no"));
  }
}

TEST_CASE("a pattern without a trigger is found all the same", "[match][engine]") {
  const auto patterns = Patterns("[a-z]");
  const auto matcher = MakeMatcher(patterns, {});
  REQUIRE(matcher.has_value());
  CHECK(MatchesWith(**matcher, *(*matcher)->NewScratch(), "a 1 b").size() == 2);
}

}  // namespace
}  // namespace gatepost
