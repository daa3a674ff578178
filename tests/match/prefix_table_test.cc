#include "match/prefix_table.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../regex/regex_generator.h"
#include "base/bytes.h"
#include "catch.h"
#include "regex/sample.h"

namespace gatepost {
namespace {

bool MayBegin(const PrefixTable& table, const std::string& text) {
  std::string folded(std::max(text.size(), PrefixTable::kBytes), '\0');
  for (size_t i = 0; i < text.size(); ++i) {
    folded[i] = static_cast<char>(FoldedForPrefix(static_cast<uint8_t>(text[i])));
  }
  return table.MayBegin(static_cast<uint8_t>(text[0]), UnsignedBytes(folded));
}

// By the nodes: something that begins at `from` can go on with the text, or ends within it.
bool BeginsSo(const Nfa& nfa, Nfa::Node from, std::string_view text) {
  const Nfa::NodeData& node = nfa.nodes()[from];
  if (text.empty() || node.kind() == Nfa::Kind::kAccept) return true;
  if (node.kind() == Nfa::Kind::kFork) {
    return BeginsSo(nfa, node.next(), text) || BeginsSo(nfa, node.other(), text);
  }
  return nfa.SetOf(node).test(static_cast<uint8_t>(text[0])) &&
         BeginsSo(nfa, node.next(), text.substr(1));
}

PrefixTable TableOf(const std::vector<Regex>& regexes) {
  Nfa nfa;
  std::vector<Nfa::Node> starts;
  for (const Regex& regex : regexes) starts.push_back(nfa.Add(regex.root(), 0));
  return PrefixTable(nfa, starts);
}

Regex Parsed(const std::string& source) {
  return Regex::Parse(source, {.is_case_sensitive = source.front() == '['}).value();
}

TEST_CASE("nothing that matches is kept out", "[match][prefix_table]") {
  std::mt19937_64 random(1);
  RegexGenerator generator(3);
  for (int round = 0; round < 300; ++round) {
    const Regex regex = generator.NextRegex();
    const PrefixTable table = TableOf(std::vector<Regex>{regex});
    for (int i = 0; i < 10; ++i) {
      const std::string text = Sample(regex, random) + "?!.9";
      CAPTURE(regex.source(), text);
      REQUIRE(MayBegin(table, text));
    }
  }
}

TEST_CASE("what begins otherwise is kept out, in few ways or many", "[match][prefix_table]") {
  const PrefixTable table =
      TableOf({Parsed("street"), Parsed(R"([A-Z][a-z]{1,9} \d)"), Parsed(R"(\d{2}-\d{2})")});
  for (const std::string in : {"stre", "STRE", "Ab 1", "Zebr", "12-3"}) {
    CAPTURE(in);
    CHECK(MayBegin(table, in));
  }
  for (const std::string out : {"stra", "the ", "1234", "12 3", "-12-", "", "A"}) {
    CAPTURE(out);
    CHECK_FALSE(MayBegin(table, out));
  }
}

TEST_CASE("a match may be shorter than what is looked at", "[match][prefix_table]") {
  const PrefixTable table = TableOf({Parsed("a"), Parsed("bc"), Parsed("def")});
  for (const std::string in : {"a", "a!!!", "bc", "bc??", "def", "def0"}) {
    CAPTURE(in);
    CHECK(MayBegin(table, in));
  }
  for (const std::string out : {"b!!!", "de..", "c"}) {
    CAPTURE(out);
    CHECK_FALSE(MayBegin(table, out));
  }
}

TEST_CASE("whatever begins something is let through", "[match][prefix_table]") {
  const std::string bytes = "aq7 ./-";
  RegexGenerator generator(5);
  for (int round = 0; round < 40; ++round) {
    const Regex regex = generator.NextRegex();
    Nfa nfa;
    const Nfa::Node start = nfa.Add(regex.root(), 0);
    const PrefixTable table(nfa, {&start, 1});
    std::string text(PrefixTable::kBytes, ' ');
    for (size_t i = 0; i < bytes.size() * bytes.size() * bytes.size() * bytes.size(); ++i) {
      size_t rest = i;
      for (char& c : text) {
        c = bytes[rest % bytes.size()];
        rest /= bytes.size();
      }
      if (!BeginsSo(nfa, start, text)) continue;
      CAPTURE(regex.source(), text);
      REQUIRE(MayBegin(table, text));
    }
  }
}

TEST_CASE("no table is made of lists that are none", "[match][prefix_table]") {
  const PrefixTable table = TableOf({Parsed("street")});
  CHECK(PrefixTable::Of(table.blocks(), table.fourths()).has_value());
  std::vector<uint16_t> blocks(table.blocks().begin(), table.blocks().end());
  blocks.back() = static_cast<uint16_t>(table.fourths().size() / kFoldedBytes);
  CHECK_FALSE(PrefixTable::Of(blocks, table.fourths()).has_value());
  blocks.pop_back();
  CHECK_FALSE(PrefixTable::Of(blocks, table.fourths()).has_value());
}

}  // namespace
}  // namespace gatepost
