#include "judge/pattern_phrases.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

Context Group(std::vector<std::string> near, uint16_t words, Side side = Side::kBoth) {
  Context group;
  group.near = std::move(near);
  group.within_words = words;
  group.side = side;
  return group;
}

// What the groups find beside the first * of the text; "-" for nothing.
std::vector<std::string> NearIn(const std::vector<Context>& groups, const std::string& text) {
  const PatternPhrases phrases(groups);
  const auto at = static_cast<uint32_t>(text.find('*'));
  const auto before = WordList::Before(text, at, phrases.words_before());
  const auto after = WordList::After(text, at + 1, phrases.words_after());
  std::vector<GroupFound> found(groups.size());
  phrases.Find({before.begin(), before.end()}, {after.begin(), after.end()}, found);
  std::vector<std::string> names;
  for (const GroupFound& each : found) {
    names.push_back(each.near == nullptr ? "-" : std::string(each.near->text()));
    if (each.against != nullptr) names.back() += " not " + std::string(each.against->text());
  }
  return names;
}

using Names = std::vector<std::string>;

TEST_CASE("each group finds its own phrases as far as it looks", "[judge][pattern_phrases]") {
  const std::vector<Context> groups = {Group({"nhs", "nhs no"}, 2), Group({"nhs", "ward"}, 5)};
  CHECK(NearIn(groups, "my NHS no * on the ward") == Names{"nhs", "nhs"});
  CHECK(NearIn(groups, "my NHS no is * on the ward") == Names{"-", "nhs"});
  CHECK(NearIn(groups, "* on the next ward") == Names{"-", "ward"});
  CHECK(NearIn(groups, "* and nothing") == Names{"-", "-"});
}

TEST_CASE("of several phrases the first of the file is told", "[judge][pattern_phrases]") {
  CHECK(NearIn({Group({"born", "birth"}, 9)}, "birth * born") == Names{"born"});
  CHECK(NearIn({Group({"birth", "born"}, 9)}, "birth * born") == Names{"birth"});
  CHECK(NearIn({Group({"no", "nhs no"}, 9)}, "nhs no *") == Names{"no"});
  CHECK(NearIn({Group({"two three", "six"}, 9)}, "one two three * four five six") ==
        Names{"two three"});
}

TEST_CASE("a phrase must stand whole where the group looks", "[judge][pattern_phrases]") {
  const std::vector<Context> groups = {Group({"date of birth"}, 3)};
  CHECK(NearIn(groups, "date of birth *") == Names{"date of birth"});
  CHECK(NearIn(groups, "date of birth is *") == Names{"-"});
  CHECK(NearIn(groups, "* date of birth") == Names{"date of birth"});
  CHECK(NearIn(groups, "* my date of birth") == Names{"-"});
  CHECK(NearIn(groups, "date of * birth") == Names{"-"});  // not across the match
}

TEST_CASE("a group may look on one side alone", "[judge][pattern_phrases]") {
  const std::vector<Context> groups = {Group({"road"}, 2, Side::kAfter),
                                       Group({"road"}, 2, Side::kBefore)};
  CHECK(NearIn(groups, "* road") == Names{"road", "-"});
  CHECK(NearIn(groups, "road *") == Names{"-", "road"});
}

TEST_CASE("what speaks against it is found beside what speaks for it", "[judge][pattern_phrases]") {
  Context group = Group({"call"}, 4);
  group.against = {"order", "call centre"};
  CHECK(NearIn({group}, "call centre order *") == Names{"call not order"});
  CHECK(NearIn({group}, "call centre *") == Names{"call not call centre"});
}

}  // namespace
}  // namespace gatepost
