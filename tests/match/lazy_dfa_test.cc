#include "match/lazy_dfa.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "../regex/regex_generator.h"
#include "catch.h"
#include "regex/sample.h"

namespace gatepost {
namespace {

using Ends = std::vector<std::tuple<uint32_t, uint32_t>>;  // end, number

// Several regexes, all in the first start and each in one of its own.
class Automaton {
 public:
  explicit Automaton(const std::vector<Regex>& regexes) : regexes_(regexes), starts_(1) {
    std::vector<Nfa::Node> all;
    for (uint32_t i = 0; i < regexes.size(); ++i) {
      const Nfa::Node start = nfa_.Add(regexes[i].root(), i);
      all.push_back(start);
      starts_.emplace_back(nfa_.Closed({&start, 1}));
    }
    starts_[0] = nfa_.Closed(all);
  }

  [[nodiscard]] LazyDfa NewDfa() const { return LazyDfa(nfa_, starts_); }

  // By the trees.
  [[nodiscard]] Ends Expected(const std::string& text, uint32_t begin, uint16_t start) const {
    Ends ends;
    for (uint32_t i = 0; i < regexes_.size(); ++i) {
      if (start != 0 && start != i + 1) continue;
      for (const uint32_t end : MatchEnds(regexes_[i], text, begin)) ends.emplace_back(end, i);
    }
    std::sort(ends.begin(), ends.end());
    return ends;
  }

 private:
  std::vector<Regex> regexes_;
  Nfa nfa_;
  std::vector<SharedList<Nfa::Node>> starts_;
};

Ends Found(LazyDfa& dfa, const std::string& text, uint32_t begin, uint16_t start) {
  std::vector<AcceptedEnd> ends;
  dfa.Run(text, begin, start, ends);
  Ends found;
  for (const AcceptedEnd& each : ends) found.emplace_back(each.end, each.number);
  return found;
}

std::vector<Regex> RandomRegexes(uint64_t seed, size_t count) {
  RegexGenerator generator(seed);
  std::vector<Regex> regexes;
  while (regexes.size() < count) regexes.push_back(generator.NextRegex());
  return regexes;
}

TEST_CASE("every end of every regex is found, as their trees find it", "[match][lazy_dfa]") {
  std::mt19937_64 random(1);
  for (uint64_t seed = 1; seed < 40; ++seed) {
    const std::vector<Regex> regexes = RandomRegexes(seed, 6);
    const Automaton automaton(regexes);
    LazyDfa dfa = automaton.NewDfa();
    for (int i = 0; i < 20; ++i) {
      std::string text = "-" + Sample(regexes[random() % regexes.size()], random) +
                         Sample(regexes[random() % regexes.size()], random);
      text += '\0';
      for (uint32_t begin = 0; begin < text.size() && begin < 20; ++begin) {
        for (uint16_t start = 0; start <= regexes.size(); ++start) {
          CAPTURE(seed, text, begin, start);
          REQUIRE(Found(dfa, text, begin, start) == automaton.Expected(text, begin, start));
        }
      }
    }
  }
}

TEST_CASE("nothing is found across a NUL, at the end or in no text", "[match][lazy_dfa]") {
  const Automaton automaton({Regex::Parse(R"(\d{1,9})").value()});
  LazyDfa dfa = automaton.NewDfa();
  CHECK(Found(dfa,
              std::string("12\0"
                          "345\0",
                          7),
              0, 0) == Ends{{1, 0}, {2, 0}});
  CHECK(Found(dfa, "12345", 3, 0) == Ends{{4, 0}, {5, 0}});
  CHECK(Found(dfa, "", 0, 0).empty());
}

TEST_CASE("when there is no more room the states are made again", "[match][lazy_dfa]") {
  // After n bytes of `a` and `b` the state knows of each of the last 14 which it was.
  const Automaton automaton({Regex::Parse("[ab]{0,100}a[ab]{14}c").value()});
  LazyDfa dfa = automaton.NewDfa();
  std::mt19937_64 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += random() % 2 == 0 ? 'a' : 'b';
    text += "c";
    REQUIRE(Found(dfa, text + '\0', 0, 0) == automaton.Expected(text, 0, 0));
  }
  CHECK(dfa.states_made() > 32768);
}

}  // namespace
}  // namespace gatepost
