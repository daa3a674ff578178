#include "judge/words.h"

#include <span>
#include <string>
#include <vector>

#include "catch.h"
#include "judge/pattern_phrases.h"
#include "text/random_text.h"

namespace gatepost {
namespace {

using Words = std::vector<std::string>;

Words Listed(std::span<const Word> words) {
  Words listed;
  for (const Word& word : words) listed.emplace_back(word.text());
  return listed;
}

bool StandsIn(const std::string& phrase, const WordList& words) {
  Context group;
  group.near = {phrase};
  group.within_words = kMaxContextWords;
  std::vector<GroupFound> found(1);
  PatternPhrases({group}).Find({words.begin(), words.end()}, {}, found);
  return found.front().near != nullptr;
}

TEST_CASE("words are taken from both sides of a place in the order of the text", "[judge][words]") {
  const std::string text = "my NHS number is: 12345, don't share it";
  CHECK(Listed(WordList::Before(text, 18, 3)) == Words{"NHS", "number", "is"});
  CHECK(Listed(WordList::Before(text, 18, 9)) == Words{"my", "NHS", "number", "is"});
  CHECK(Listed(WordList::After(text, 23, 2)) == Words{"don't", "share"});
  CHECK(Listed(WordList::After(text, 39, 2)).empty());
  CHECK(Listed(WordList::Before(text, 0, 2)).empty());
}

TEST_CASE("a word that touches the place counts, signs are words of their own", "[judge][words]") {
  CHECK(Listed(WordList::Before("call07700", 4, 2)) == Words{"call"});
  CHECK(Listed(WordList::Before("NHS #999", 5, 2)) == Words{"NHS", "#"});
  CHECK(Listed(WordList::Before("costs $12", 7, 2)) == Words{"costs", "$"});
  CHECK(Listed(WordList::Before("'quoted' 1", 9, 3)) == Words{"quoted"});
}

TEST_CASE("no more words than the window holds are taken", "[judge][words]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "w ";
  CHECK(WordList::Before(text, 200, 99).size() == kMaxContextWords);
  CHECK(WordList::After(text, 0, 99).size() == kMaxContextWords);
}

TEST_CASE("a phrase stands among words in any case and across punctuation", "[judge][words]") {
  const WordList words = WordList::After("Her NHS-Number, please", 0, 6);
  CHECK(StandsIn("nhs number", words));
  CHECK(StandsIn("her", words));
  CHECK(StandsIn("please", words));
  CHECK_FALSE(StandsIn("number nhs", words));
  CHECK_FALSE(StandsIn("number please now", words));
  CHECK_FALSE(StandsIn("nhs numb", words));
  CHECK_FALSE(StandsIn("", words));
}

TEST_CASE("a run without a space is cut, so that its length costs nothing", "[judge][words]") {
  const std::string run(1000, 'a');
  const WordList words = WordList::Before(run, 1000, 3);
  REQUIRE(words.size() == 3);
  CHECK(words.begin()->text().size() == kMaxWordBytes);
}

TEST_CASE("a text split once gives the same words from any place", "[judge][words]") {
  RandomText random(5);
  const std::vector<std::string> pieces = {
      "a", "Bc", "def", "ghijklmn", "12", "_",  "'",
      " ", ", ", "#",   "$",        "\n", "'s", std::string(70, 'x')};
  for (int i = 0; i < 2'000; ++i) {
    std::string text;
    const size_t kinds = pieces.size() - (i % 8 == 0 ? 0 : 1);  // most have no word that is cut
    for (size_t k = random.Below(i % 100 == 0 ? 3000 : 30); k > 0; --k) {
      text += pieces[random.Below(kinds)];
    }
    SplitText split("before it another");
    CHECK(split.After(0, 9).size() == 3);
    split.Begin(text);
    for (int k = 0; k < 20; ++k) {
      const auto at = static_cast<uint32_t>(random.Below(text.size() + 1));
      const auto count = static_cast<uint16_t>(random.Below(kMaxContextWords + 2));
      CAPTURE(text, at, count);
      const WordList before = split.Before(at, count);
      const WordList after = split.After(at, count);
      REQUIRE(Listed(before) == Listed(WordList::Before(text, at, count)));
      REQUIRE(Listed(after) == Listed(WordList::After(text, at, count)));
      for (const WordList& words : {before, after}) {
        for (const Word& word : words) REQUIRE(word.hash() == Word(word.text()).hash());
      }
    }
  }
}

TEST_CASE("phrases are found anywhere in a text, many at once", "[judge][words]") {
  const std::string text = "One two three four. Five six";
  CHECK(PhraseSet({"nothing", "three four five"}).FindIn(text));
  CHECK(PhraseSet({"one three", "one two"}).FindIn(text));
  CHECK(PhraseSet({"six"}).FindIn(text));
  CHECK_FALSE(PhraseSet({"six seven"}).FindIn(text));
  CHECK_FALSE(PhraseSet({"one three"}).FindIn(text));
  CHECK_FALSE(PhraseSet({"one"}).FindIn(""));
  CHECK_FALSE(PhraseSet({}).FindIn(text));
}

}  // namespace
}  // namespace gatepost
