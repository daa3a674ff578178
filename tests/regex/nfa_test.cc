#include "regex/nfa.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "regex/sample.h"
#include "regex_generator.h"

namespace gatepost {
namespace {

// Adds to `reached` what can be reached from `node` without reading a byte.
void Close(const Nfa& nfa, Nfa::Node node, std::set<Nfa::Node>& reached) {
  if (!reached.insert(node).second) return;
  const Nfa::NodeData& data = nfa.nodes()[node];
  if (data.kind() != Nfa::Kind::kFork) return;
  Close(nfa, data.next(), reached);
  Close(nfa, data.other(), reached);
}

// Every end of a match that begins with the text, and the numbers that end there.
std::vector<std::pair<uint32_t, uint32_t>> EndsOf(const Nfa& nfa,
                                                  const std::vector<Nfa::Node>& starts,
                                                  const std::string& text) {
  std::vector<std::pair<uint32_t, uint32_t>> ends;
  std::set<Nfa::Node> here;
  for (const Nfa::Node start : starts) Close(nfa, start, here);
  for (uint32_t at = 0; !here.empty(); ++at) {
    std::set<Nfa::Node> next;
    for (const Nfa::Node node : here) {
      const Nfa::NodeData& data = nfa.nodes()[node];
      if (data.kind() == Nfa::Kind::kAccept) ends.emplace_back(at, data.next());
      if (data.kind() != Nfa::Kind::kBytes || at >= text.size()) continue;
      const auto byte = static_cast<uint8_t>(text[at]);
      if (byte < 128 && nfa.SetOf(data).test(byte)) Close(nfa, data.next(), next);
    }
    here = std::move(next);
  }
  return ends;
}

TEST_CASE("the automaton of a regex matches what its tree matches", "[regex][nfa]") {
  std::mt19937_64 random(1);
  RegexGenerator generator(2);
  for (int round = 0; round < 300; ++round) {
    const Regex regex = generator.NextRegex();
    Nfa nfa;
    const Nfa::Node start = nfa.Add(regex.root(), 7);
    std::string text = Sample(regex, random);
    if (round % 2 == 0) text[random() % text.size()] = 'x';
    std::vector<std::pair<uint32_t, uint32_t>> expected;
    for (const uint32_t end : MatchEnds(regex, text, 0)) expected.emplace_back(end, 7);
    CAPTURE(regex.source(), text);
    REQUIRE(EndsOf(nfa, {start}, text) == expected);
  }
}

TEST_CASE("many regexes in one automaton keep their numbers", "[regex][nfa]") {
  Nfa nfa;
  const Nfa::Node digits = nfa.Add(Regex::Parse(R"(\d{1,3})").value().root(), 1);
  const Nfa::Node word = nfa.Add(Regex::Parse("(?:ab|12)c?").value().root(), 2);
  using Ends = std::vector<std::pair<uint32_t, uint32_t>>;
  CHECK(EndsOf(nfa, {digits, word}, "12c") == Ends{{1, 1}, {2, 1}, {2, 2}, {3, 2}});
  CHECK(EndsOf(nfa, {word}, "1x").empty());
}

TEST_CASE("a run stands from the step that it is added from", "[regex][nfa]") {
  const auto trigger = FindTrigger(Regex::Parse(R"(ab \d{2}[ -]{0,2}\d{2})").value());
  REQUIRE(trigger.has_value());
  const ClassString& run = trigger->alternatives.front();
  for (size_t first = 0; first < run.steps.size(); ++first) {
    ClassString rest = run;
    rest.steps.erase(rest.steps.begin(), rest.steps.begin() + static_cast<std::ptrdiff_t>(first));
    rest.steps.front().gap = {};
    Nfa nfa;
    const Nfa::Node start = nfa.Add(run, first, 3);
    for (const std::string text :
         {"ab 12 34", "b 12--34", " 1234", "12 34", "2  34", "34", "4", "x"}) {
      CAPTURE(run.ToString(), first, text);
      CHECK(EndsOf(nfa, {start}, text).empty() != StandsAt(rest, text, 0));
    }
  }
}

TEST_CASE("what is reached without reading a byte are the nodes for bytes, ascending",
          "[regex][nfa]") {
  RegexGenerator generator(4);
  for (int round = 0; round < 100; ++round) {
    Nfa nfa;
    const std::vector<Nfa::Node> starts = {nfa.Add(generator.NextRegex().root(), 0),
                                           nfa.Add(generator.NextRegex().root(), 1)};
    std::set<Nfa::Node> reached;
    for (const Nfa::Node start : starts) Close(nfa, start, reached);
    std::erase_if(reached,
                  [&nfa](Nfa::Node node) { return nfa.nodes()[node].kind() != Nfa::Kind::kBytes; });
    REQUIRE(nfa.Closed(starts) == std::vector<Nfa::Node>(reached.begin(), reached.end()));
  }
}

TEST_CASE("an automaton is made of another's nodes only if all of them lead somewhere",
          "[regex][nfa]") {
  using NodeData = Nfa::NodeData;
  using Kind = Nfa::Kind;
  const auto is_one = [](std::vector<NodeData> nodes) {
    return Nfa::Of(std::move(nodes), std::vector<ByteSet>(2), 3).has_value();
  };
  CHECK(is_one({}));
  CHECK(is_one({{Kind::kAccept, 2, 0}, {Kind::kBytes, 0, 1}, {Kind::kFork, 0, 1}}));
  CHECK_FALSE(is_one({{Kind::kAccept, 3, 0}}));                        // the number
  CHECK_FALSE(is_one({{Kind::kAccept, 0, 0}, {Kind::kBytes, 0, 2}}));  // the set
  CHECK_FALSE(is_one({{Kind::kAccept, 0, 0}, {Kind::kBytes, 2, 0}}));  // the next
  CHECK_FALSE(is_one({{Kind::kAccept, 0, 0}, {Kind::kFork, 0, 2}}));   // the other
  CHECK_FALSE(is_one({{Kind::kAccept, 0, 0}, {Kind::kFork, 2, 0}}));   // the next
  CHECK_FALSE(is_one({{static_cast<Kind>(3), 0, 0}}));                 // the kind
}

}  // namespace
}  // namespace gatepost
