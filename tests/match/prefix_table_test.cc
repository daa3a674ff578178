#include "match/prefix_table.h"

#include <string>
#include <vector>

#include "../regex/regex_generator.h"
#include "catch.h"
#include "regex/sample.h"

namespace gatepost {
namespace {

uint32_t BytesOf(const std::string& text) {
  uint32_t bytes = 0;
  for (size_t i = 0; i < 4 && i < text.size(); ++i) {
    bytes |= uint32_t{static_cast<uint8_t>(text[i])} << (8 * i);
  }
  return bytes;
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
      REQUIRE(table.MayBegin(BytesOf(text)));
    }
  }
}

TEST_CASE("what begins otherwise is kept out, in few ways or many", "[match][prefix_table]") {
  const PrefixTable table =
      TableOf({Parsed("street"), Parsed(R"([A-Z][a-z]{1,9} \d)"), Parsed(R"(\d{2}-\d{2})")});
  for (const std::string in : {"stre", "STRE", "Ab 1", "Zebr", "12-3"}) {
    CAPTURE(in);
    CHECK(table.MayBegin(BytesOf(in)));
  }
  for (const std::string out : {"stra", "the ", "1234", "12 3", "-12-", "", "A"}) {
    CAPTURE(out);
    CHECK_FALSE(table.MayBegin(BytesOf(out)));
  }
}

TEST_CASE("a match may be shorter than what is looked at", "[match][prefix_table]") {
  const PrefixTable table = TableOf({Parsed("a"), Parsed("bc"), Parsed("def")});
  for (const std::string in : {"a", "a!!!", "bc", "bc??", "def", "def0"}) {
    CAPTURE(in);
    CHECK(table.MayBegin(BytesOf(in)));
  }
  for (const std::string out : {"b!!!", "de..", "c"}) {
    CAPTURE(out);
    CHECK_FALSE(table.MayBegin(BytesOf(out)));
  }
}

}  // namespace
}  // namespace gatepost
