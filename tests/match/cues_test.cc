#include "match/cues.h"

#include <string>
#include <vector>

#include "catch.h"
#include "match/engine.h"
#include "sample_patterns.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

using Words = std::vector<std::string>;

Pattern WithContext(const std::string& near, const std::string& more = "required = true\n") {
  return SamplePattern("t.a", "[context]\nnear = [" + near + "]\npoints = 1\n" + more +
                                  "[[variant]]\nregex = '''\\d\\d?'''\nbase = 1\n");
}

Words CuesOf(const Pattern& pattern) { return Cues(pattern).words(); }

TEST_CASE("cues are the longest words of the phrases that are required", "[match][cues]") {
  CHECK(CuesOf(WithContext("\"date of birth\", \"DOB\", \"birth\", \"n.i. no\"")) ==
        Words{"birth", "dob", "no"});
  CHECK(CuesOf(WithContext("\"born\"", "")).empty());
  CHECK(CuesOf(WithContext("\"born\", \"£\"")).empty());
  CHECK(CuesOf(WithContext("\"born\"",
                           "required = true\n[companion]\npatterns = [\"t.b\"]\npoints = 1\n"))
            .empty());
}

TEST_CASE("cues stand in a text in any case and within words", "[match][cues]") {
  const Cues cues(WithContext("\"date of birth\", \"dob\", \"2nd\", \"x\", \"bi_1\""));
  for (const char* text : {"birth", "her DoB: 3", "rebirths", "22ND", "a box", "X", "(BI_1)"}) {
    CAPTURE(text);
    CHECK(cues.StandIn(text));
  }
  for (const char* text : {"", "birt", "do b", "2 nd", "bi 1", "b", "d", "\xC3\x97"}) {
    CAPTURE(text);
    CHECK_FALSE(cues.StandIn(text));
  }
}

TEST_CASE("a pattern with cues is found in the texts that hold one, by every engine",
          "[match][cues]") {
  const std::vector<Pattern> patterns = {WithContext("\"born\", \"age\"")};
  const Words texts = {"4 BORN", "5", "6 ages", "7", "8\nstubborn 9", "bor 1 n"};
  for (const Engine engine : AvailableEngines()) {
    auto matcher = MakeMatcher(patterns, {.engine = engine});
    REQUIRE(matcher);
    CAPTURE((*matcher)->name());
    SkeletonBatch batch;
    for (const std::string& text : texts) {
      batch.AddPlain(PostIndex(0), FieldIndex(0), text);
    }
    MatchList matches;
    const auto scratch = (*matcher)->NewScratch();
    REQUIRE((*matcher)->FindMatches(batch, *scratch, matches));
    std::string found;
    for (const Match& match : matches) found += Cut(batch[match.skeleton].text(), match.span);
    CHECK(found == "4689");
  }
}

}  // namespace
}  // namespace gatepost
