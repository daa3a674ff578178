// What posts of one conversation give away together, through the whole scanner.

#include "scan/conversations.h"

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "scan/scan_text.h"

namespace gatepost {
namespace {

constexpr const char* kPolicy = R"(
[category.sample]
review = 100
block = 200
[[combination]]
name = "area with number"
all = [{pattern = "t.area"}, {pattern = "t.number"}]
action = "block"
advice = "Leave one out."
[[combination]]
name = "area with illness"
all = [{pattern = "t.area"}, {words = ["in hospital"]}]
action = "review"
advice = "Leave the area out."
)";

std::vector<Pattern> Patterns() {
  return {SamplePattern("t.number",
                        "edges = \"number\"\ncanonical = \"digits\"\nreplacement = \"[number]\"\n"
                        "[[variant]]\nregex = '''\\d{3}[ -]?\\d{3}'''\nbase = 80"),
          SamplePattern("t.area",
                        "replacement = \"[area]\"\n[[variant]]\nregex = '''zz\\d'''\nbase = 20")};
}

constexpr PatternIndex kNumber(0);
constexpr PatternIndex kArea(1);

Post PostIn(std::string_view thread, std::string_view text, std::string_view id = "") {
  Post post = SampleScanner::PostOf(text);
  post.thread = thread;
  post.id = id;
  return post;
}

// The action of the last post.
Action LastOf(const std::vector<Post>& posts) {
  return SampleScanner(Patterns(), kPolicy).Scan(posts).back().action;
}

TEST_CASE("parts in two posts of a thread are held with the post that completes them",
          "[scan][conversations]") {
  std::vector<Post> posts = {PostIn("t", "caf\u00e9 zz1", "a"), PostIn("t", "it is 123456", "b")};
  posts[0].file = "posts.jsonl";
  posts[0].line = 7;
  const auto verdicts = SampleScanner(Patterns(), kPolicy).Scan(posts);
  CHECK(verdicts[0].action == Action::kPass);
  CHECK(verdicts[1].action == Action::kBlock);
  REQUIRE(verdicts[1].combinations.size() == 1);
  CHECK(verdicts[1].combinations[0].name == "area with number");
  CHECK(verdicts[1].combinations[0].earlier.size() == 1);
  REQUIRE(verdicts[1].findings.size() == 1);
  CHECK(verdicts[1].findings[0].pattern == kNumber);
  CHECK(verdicts[1].findings[0].action == Action::kBlock);

  REQUIRE(verdicts[1].findings[0].earlier.size() == 1);
  const EarlierPlace& place = verdicts[1].findings[0].earlier[0];
  CHECK(place.pattern == kArea);
  CHECK(place.post_id == "a");
  CHECK(place.origin == SourcePlace{"posts.jsonl", 7, 0});
  CHECK(place.span.bytes == Span{6, 9});
  CHECK(place.span.codepoints == Span{5, 8});
  CHECK(place.begin.column == 6);
  CHECK(place.masked == "***");
}

TEST_CASE("the suggestion passes beside the posts before it", "[scan][conversations]") {
  const auto verdicts = SampleScanner(Patterns(), kPolicy)
                            .Scan({PostIn("t", "zz1"), PostIn("t", "123456 or zz2 or 654321")});
  REQUIRE(verdicts[1].suggestions.size() == 1);
  const std::string& safe = verdicts[1].suggestions[0].text;
  CHECK(safe.find("123456") == std::string::npos);
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("t", safe)}) == Action::kPass);
}

TEST_CASE("posts without a thread, or of another, stand alone", "[scan][conversations]") {
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("u", "123456")}) == Action::kPass);
  CHECK(LastOf({PostIn("", "zz1"), PostIn("", "123456")}) == Action::kPass);
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("", "123456")}) == Action::kPass);
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("u", "hello"), PostIn("t", "123456")}) ==
        Action::kBlock);
}

TEST_CASE("threads of other sources are others, however long their names are",
          "[scan][conversations]") {
  const std::string longest(1000, 't');
  std::vector<Post> posts = {PostIn(longest, "zz1", longest), PostIn(longest, "123456")};
  const auto verdicts = SampleScanner(Patterns(), kPolicy).Scan(posts);
  CHECK(verdicts[1].action == Action::kBlock);
  CHECK(verdicts[1].findings.at(0).earlier.at(0).post_id == longest.substr(0, kMaxKeptId));
  posts[0].source = "elsewhere";
  CHECK(LastOf(posts) == Action::kPass);
  CHECK(LastOf({PostIn(longest, "zz1"), PostIn(longest + "t", "123456")}) == Action::kPass);
}

TEST_CASE("words are told as the policy writes them, whatever stands between them",
          "[scan][conversations]") {
  const std::string apart = "in" + std::string(500, ' ') + "hospital";
  const auto verdicts =
      SampleScanner(Patterns(), kPolicy).Scan({PostIn("t", apart), PostIn("t", "zz1")});
  CHECK(verdicts[1].findings.at(0).earlier.at(0).masked == "in hospital");
}

TEST_CASE("a place that two combinations share is named once", "[scan][conversations]") {
  const auto verdicts = SampleScanner(Patterns(), std::string(kPolicy) + R"(
[[combination]]
name = "the same again"
all = [{pattern = "t.area"}, {pattern = "t.number"}]
action = "review"
advice = "Leave one out."
)")
                            .Scan({PostIn("t", "zz1"), PostIn("t", "123456")});
  CHECK(verdicts[1].combinations.size() == 2);
  CHECK(verdicts[1].findings.at(0).earlier.size() == 1);
}

TEST_CASE("a post that adds no part is not held for what was said before",
          "[scan][conversations]") {
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("t", "123456"), PostIn("t", "thanks")}) ==
        Action::kPass);
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("t", "123456"), PostIn("t", "zz2")}) == Action::kBlock);
}

TEST_CASE("words of a combination may stand in either post", "[scan][conversations]") {
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("t", "he is in hospital")}) == Action::kReview);
  const auto verdicts = SampleScanner(Patterns(), kPolicy)
                            .Scan({PostIn("t", "he is In  Hospital"), PostIn("t", "zz1")});
  CHECK(verdicts[1].action == Action::kReview);
  REQUIRE(verdicts[1].findings.at(0).earlier.size() == 1);
  CHECK_FALSE(verdicts[1].findings[0].earlier[0].pattern);
  CHECK(verdicts[1].findings[0].earlier[0].span.bytes == Span{6, 18});
}

TEST_CASE("one earlier finding does not meet two parts", "[scan][conversations]") {
  const std::string three = R"(
[category.sample]
review = 100
block = 200
[[combination]]
name = "three"
all = [{category = "sample"}, {category = "sample"}, {category = "sample"}]
action = "review"
advice = "One is enough."
)";
  SampleScanner scanner(Patterns(), three);
  CHECK(scanner.Scan({PostIn("t", "zz1"), PostIn("t", "123456")})[1].action == Action::kPass);
  CHECK(scanner.Scan({PostIn("t", "zz1 zz2"), PostIn("t", "123456")})[1].action == Action::kReview);
  CHECK(scanner.Scan({PostIn("t", "zz1"), PostIn("t", "zz2"), PostIn("t", "123456")})[2].action ==
        Action::kReview);
}

TEST_CASE("official values of earlier posts take no part", "[scan][conversations]") {
  const std::string policy = std::string(kPolicy) +
                             "[[official_contact]]\npattern = \"t.number\"\nvalue = \"123456\"\n"
                             "reason = \"switchboard\"\nowner = \"comms\"\n";
  SampleScanner scanner(Patterns(), policy);
  CHECK(scanner.Scan({PostIn("t", "123456"), PostIn("t", "zz1")})[1].action == Action::kPass);
  CHECK(scanner.Scan({PostIn("t", "123457"), PostIn("t", "zz1")})[1].action == Action::kBlock);
}

TEST_CASE("a conversation reaches back so many posts, and so many bytes", "[scan][conversations]") {
  std::vector<Post> posts = {PostIn("t", "zz1")};
  posts.resize(kMaxPostsBack, PostIn("t", "thanks"));
  posts.push_back(PostIn("t", "123456"));
  CHECK(LastOf(posts) == Action::kBlock);
  posts.insert(posts.begin() + 1, PostIn("t", "thanks"));
  CHECK(LastOf(posts) == Action::kPass);

  const std::string most(kMaxBytesBack, '.');
  const std::string too_long = most + ".";
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("t", most), PostIn("t", "123456")}) == Action::kBlock);
  CHECK(LastOf({PostIn("t", "zz1"), PostIn("t", too_long), PostIn("t", "123456")}) ==
        Action::kPass);
}

TEST_CASE("of all threads together the oldest posts are forgotten first", "[scan][conversations]") {
  Conversations conversations;
  Conversations::Turn turn(conversations, 0);
  const Evidence evidence{{{kArea, 20, 0, {}}}, {}};
  for (size_t i = 0; i <= kMaxRememberedPosts; ++i) {
    REQUIRE(turn.Meet(PostIn(std::to_string(i), ""), evidence).empty());
  }
  CHECK(turn.Meet(PostIn("0", ""), {}).empty());
  CHECK(turn.Meet(PostIn("1", ""), {}).size() == 1);
}

TEST_CASE("what posts meet goes by the order of the turns, on whatever threads they come",
          "[scan][conversations]") {
  constexpr size_t kTurns = 40;
  Conversations conversations;
  std::vector<size_t> met(kTurns);
  {
    std::vector<std::jthread> threads;
    for (size_t i = kTurns; i-- > 0;) {
      threads.emplace_back([&conversations, &met, i] {
        Conversations::Turn turn(conversations, i);
        if (i % 4 == 3) return;  // one that has nothing to say passes at once
        met[i] = turn.Meet(PostIn("t", ""), Evidence{{{kArea, 20, 0, {}}}, {}}).size();
      });
    }
  }
  for (size_t i = 0; i < kTurns; ++i) {
    CAPTURE(i);
    CHECK(met[i] == (i % 4 == 3 ? 0 : i - i / 4));
  }
}

TEST_CASE("conversations go on from call to call where they are shared", "[scan][conversations]") {
  SampleScanner sample(Patterns(), kPolicy);
  Conversations conversations;
  const std::vector<Post> area = {PostIn("t", "zz1")};
  const std::vector<Post> number = {PostIn("t", "123456")};
  Conversations::Turn first(conversations, 0);
  CHECK(sample.Scan(area, first).front().action == Action::kPass);
  Conversations::Turn second(conversations, 1);
  CHECK(sample.Scan(number, second).front().action == Action::kBlock);
  CHECK(sample.Scan(number).front().action == Action::kPass);
}

}  // namespace
}  // namespace gatepost
