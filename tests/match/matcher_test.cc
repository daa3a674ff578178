#include "match/matcher.h"

#include <string>
#include <vector>

#include "catch.h"
#include "match/engine.h"
#include "sample_patterns.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

// One of the engines that work here: a test that takes it runs once for each.
std::unique_ptr<Matcher> EachEngine(const std::vector<Pattern>& patterns) {
  const std::vector<Engine> engines = AvailableEngines();
  const auto engine = GENERATE_COPY(from_range(engines));
  auto matcher = MakeMatcher(patterns, {.engine = engine});
  REQUIRE(matcher.has_value());
  return std::move(*matcher);
}

void AddTo(SkeletonBatch& batch, const std::string& text) {
  batch.AddPlain(PostIndex(0), FieldIndex(0), text);
}

// The matches of `pattern` in `text`, as they stand in it; a shortened one with a * behind it. The
// same in every engine.
std::vector<std::string> MatchesOf(const Pattern& pattern, const std::string& text) {
  const std::vector<Pattern> patterns = {pattern};
  SkeletonBatch batch;
  AddTo(batch, text);
  std::vector<std::vector<std::string>> found;
  for (const Engine engine : AvailableEngines()) {
    const auto matcher = MakeMatcher(patterns, {.engine = engine});
    REQUIRE(matcher.has_value());
    MatchList matches;
    REQUIRE((*matcher)->FindMatches(batch, *(*matcher)->NewScratch(), matches).has_value());
    found.emplace_back();
    for (const Match& match : matches) {
      found.back().push_back(std::string(Cut(batch[match.skeleton].text(), match.span)) +
                             (match.is_shortened ? "*" : ""));
    }
    CHECK(found.back() == found.front());
  }
  return found.front();
}

using Found = std::vector<std::string>;

TEST_CASE("the longest span at the smallest begin matches, then the search goes on behind it",
          "[match][matcher]") {
  const Pattern pattern =
      SamplePattern("t.a", "edges = \"none\"\n[[variant]]\nregex = '''a{1,3}'''\nbase = 1");
  CHECK(MatchesOf(pattern, "aaaaa b a") == Found{"aaa", "aa", "a"});
  CHECK(MatchesOf(pattern, "bbb").empty());
  CHECK(MatchesOf(pattern, "").empty());
}

TEST_CASE("edges are part of the match, so a shorter span with good edges is found",
          "[match][matcher]") {
  const std::string regex = "[[variant]]\nregex = '''\\d{2}(?: \\d{2})?'''\nbase = 1";
  const Pattern number = SamplePattern("t.n", "edges = \"number\"\n" + regex);
  CHECK(MatchesOf(number, "12 34") == Found{"12 34"});
  CHECK(MatchesOf(number, "12 345") == Found{"12"});
  CHECK(MatchesOf(number, "a12b") == Found{"12"});
  CHECK(MatchesOf(number, "123").empty());
  const Pattern word = SamplePattern("t.w", "edges = \"word\"\n" + regex);
  CHECK(MatchesOf(word, "a12b").empty());
  CHECK(MatchesOf(word, "a_12").empty());
  CHECK(MatchesOf(word, "_12_") == Found{"12"});
  CHECK(MatchesOf(word, "(12)") == Found{"12"});
}

TEST_CASE("where the longest span fails its check, the longest that passes matches and says so",
          "[match][matcher]") {
  const Pattern card = SamplePattern("t.c",
                                     "edges = \"number\"\ncompact = \" \"\nvalidate = \"luhn\"\n"
                                     "[[variant]]\nregex = '''(?:\\d ?){3,18}\\d'''\nbase = 1");
  CHECK(MatchesOf(card, "4111 1111 1111 1111") == Found{"4111 1111 1111 1111"});
  // With the three digits behind it, nothing of full length passes Luhn.
  CHECK(MatchesOf(card, "4111 1111 1111 1111 124") == Found{"4111 1111 1111 1111*"});
}

TEST_CASE("a begin whose spans all fail does not hide a later begin inside them",
          "[match][matcher]") {
  const Pattern pattern =
      SamplePattern("t.d",
                    "edges = \"number\"\ncompact = \" \"\nvalidate = \"luhn\"\n"
                    "[[variant]]\nregex = '''(?:\\d{2} )?\\d{4} \\d{4} \\d{4} \\d{4}'''\nbase = 1");
  CHECK(MatchesOf(pattern, "10 4111 1111 1111 1111") == Found{"4111 1111 1111 1111"});
}

TEST_CASE("of several variants the smallest begin counts, then the greatest end, then the first",
          "[match][matcher]") {
  const std::vector<Pattern> patterns = {
      SamplePattern("t.v",
                    "edges = \"none\"\n[[variant]]\nname = \"ab\"\nregex = '''ab'''\nbase = 1\n"
                    "[[variant]]\nname = \"abc\"\nregex = '''abc?'''\nbase = 1\n"
                    "[[variant]]\nname = \"bcd\"\nregex = '''bcd'''\nbase = 1")};
  const auto matcher = EachEngine(patterns);
  SkeletonBatch batch;
  for (const char* text : {"abcd ab bcd", "ab"}) AddTo(batch, text);
  MatchList matches;
  const auto scratch = matcher->NewScratch();
  REQUIRE(matcher->FindMatches(batch, *scratch, matches).has_value());
  const MatchList expected = {
      {SkeletonIndex(0), PatternIndex(0), VariantIndex(1), {0, 3}, false},
      {SkeletonIndex(0), PatternIndex(0), VariantIndex(0), {5, 7}, false},
      {SkeletonIndex(0), PatternIndex(0), VariantIndex(2), {8, 11}, false},
      {SkeletonIndex(1), PatternIndex(0), VariantIndex(0), {0, 2}, false},
  };
  CHECK(matches == expected);
}

TEST_CASE("a match never crosses from one skeleton of a batch into the next", "[match][matcher]") {
  const std::vector<Pattern> patterns = {
      SamplePattern("t.x", "edges = \"none\"\n[[variant]]\nregex = '''a[^b]?[^b]?a'''\nbase = 1")};
  const auto matcher = EachEngine(patterns);
  SkeletonBatch batch;
  for (const char* text : {"xa", "ax", "", "aa"}) AddTo(batch, text);
  MatchList matches;
  const auto scratch = matcher->NewScratch();
  REQUIRE(matcher->FindMatches(batch, *scratch, matches).has_value());
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].skeleton == SkeletonIndex(3));
}

TEST_CASE("matches come by skeleton, then begin, then pattern", "[match][matcher]") {
  const std::vector<Pattern> patterns = {
      SamplePattern("t.one", "edges = \"none\"\n[[variant]]\nregex = '''b'''\nbase = 1"),
      SamplePattern("t.two", "edges = \"none\"\n[[variant]]\nregex = '''[ab]'''\nbase = 1")};
  const auto matcher = EachEngine(patterns);
  SkeletonBatch batch;
  AddTo(batch, "ab");
  MatchList matches;
  const auto scratch = matcher->NewScratch();
  REQUIRE(matcher->FindMatches(batch, *scratch, matches).has_value());
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].pattern == PatternIndex(1));
  CHECK(matches[1].pattern == PatternIndex(0));
  CHECK(matches[2].pattern == PatternIndex(1));
}

}  // namespace
}  // namespace gatepost
