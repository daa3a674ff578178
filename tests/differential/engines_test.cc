// All engines find the same, without exception. GATEPOST_DIFFERENTIAL_ROUNDS=100 looks a hundred
// times as long.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "../regex/regex_generator.h"
#include "catch.h"
#include "engine_pair.h"
#include "pattern/pattern_reader.h"
#include "sample_patterns.h"
#include "text_generator.h"

namespace gatepost {
namespace {

size_t Rounds(size_t quick) {
  return quick * NumberFromEnvironment("GATEPOST_DIFFERENTIAL_ROUNDS", 1);
}

const std::vector<Pattern>& Bundled() {
  static const std::vector<Pattern> patterns = [] {
    auto folder = ReadPatternFolder(std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns/uk");
    if (!folder) FAIL(folder.error().front().ToString());
    return std::move(folder->patterns);
  }();
  return patterns;
}

EnginePair& BundledEngines() {
  static EnginePair engines(Bundled());
  return engines;
}

TEST_CASE("generated values in all surroundings", "[differential]") {
  TextGenerator generator(1);
  const size_t before = BundledEngines().matches_seen();
  for (size_t round = 0; round < Rounds(30); ++round) {
    std::vector<std::string> texts;
    for (const Pattern& pattern : Bundled()) {
      for (int i = 0; i < 8; ++i) texts.push_back(generator.WithValue(pattern));
    }
    BundledEngines().Compare(texts);
  }
  CHECK(BundledEngines().matches_seen() > before);
}

TEST_CASE("examples, and what is nearly one", "[differential]") {
  TextGenerator generator(2);
  std::vector<std::string> examples;
  for (const Pattern& pattern : Bundled()) {
    for (const Example& example : pattern.examples) examples.push_back(example.text);
    for (const CounterExample& example : pattern.counter_examples) examples.push_back(example.text);
  }
  BundledEngines().Compare(examples);
  for (size_t round = 0; round < Rounds(20); ++round) {
    std::vector<std::string> texts;
    for (const std::string& example : examples) texts.push_back(generator.Mutated(example));
    BundledEngines().Compare(texts);
  }
}

TEST_CASE("dense text, and any bytes", "[differential]") {
  TextGenerator generator(3);
  for (size_t round = 0; round < Rounds(30); ++round) {
    std::vector<std::string> texts;
    for (int i = 0; i < 10; ++i) texts.push_back(generator.Soup(generator.Pick(200)));
    for (int i = 0; i < 10; ++i) texts.push_back(generator.AnyBytes(generator.Pick(200)));
    BundledEngines().Compare(texts);
  }
}

TEST_CASE("text as posts have it, with a value now and then", "[differential]") {
  TextGenerator generator(4);
  for (size_t round = 0; round < Rounds(20); ++round) {
    std::vector<std::string> texts;
    for (int i = 0; i < 60; ++i) {
      texts.push_back(generator.Prose(5 + generator.Pick(40)));
      if (i % 8 == 0)
        texts.back() += generator.WithValue(Bundled()[generator.Pick(Bundled().size())]);
    }
    BundledEngines().Compare(texts);
  }
}

TEST_CASE("values at the edges of texts and of the batch", "[differential]") {
  for (const Pattern& pattern : Bundled()) {
    for (const Example& example : pattern.examples) {
      const std::string& value = example.span;
      BundledEngines().Compare({value});
      BundledEngines().Compare({value, value});
      BundledEngines().Compare({"", value, "", "", value, ""});
      BundledEngines().Compare({value.substr(0, value.size() / 2), value.substr(value.size() / 2)});
      BundledEngines().Compare({"x" + value, value + "x", "1" + value, value + "1"});
    }
  }
  BundledEngines().Compare({});
  BundledEngines().Compare({""});
  BundledEngines().Compare({"", "", ""});
}

TEST_CASE("one text longer than a batch is meant to be", "[differential]") {
  TextGenerator generator(5);
  std::string text;
  while (text.size() < 200'000) {
    text += generator.Prose(80) + generator.WithValue(Bundled()[generator.Pick(Bundled().size())]);
  }
  BundledEngines().Compare({text});
}

// A random regex; sometimes behind any word, so that it is looked for by what stands further on.
Regex NextRegex(RegexGenerator& regexes) {
  for (;;) {
    const Regex regex = regexes.NextRegex();
    if (regexes.random()() % 3 != 0) return regex;
    const RegexOptions options = {.is_case_sensitive = regex.is_case_sensitive()};
    const auto behind_word = Regex::Parse("[a-z]{1,6} (?:" + regex.source() + ")", options);
    if (behind_word) return *behind_word;
  }
}

// A pattern of up to three random regexes, with a check and edges or without.
Pattern RandomPattern(RegexGenerator& regexes, std::vector<Regex>& its_regexes) {
  std::mt19937_64& random = regexes.random();
  static const std::string kEdges[] = {"none", "number", "word", "lone"};
  const Regex first = NextRegex(regexes);
  its_regexes = {first};
  std::string body = "edges = \"" + kEdges[random() % 4] + "\"\n";
  if (first.is_case_sensitive()) body += "case = \"sensitive\"\n";
  if (random() % 3 == 0) body += "compact = \" -.\"\nvalidate = \"luhn\"\n";
  while (random() % 2 == 0 && its_regexes.size() < 3) its_regexes.push_back(NextRegex(regexes));
  for (const Regex& regex : its_regexes) {
    body += "[[variant]]\nregex = '''" + regex.source() + "'''\nbase = 1\n";
  }
  return SamplePattern("t.random", body);
}

TEST_CASE("random regexes on random text", "[differential]") {
  RegexGenerator regexes(6);
  size_t matches = 0;
  for (size_t round = 0; round < Rounds(60); ++round) {
    std::vector<Regex> its_regexes;
    std::vector<Regex> other_regexes;
    const Pattern other = RandomPattern(regexes, other_regexes);
    std::vector<Pattern> patterns = {RandomPattern(regexes, its_regexes), other};
    patterns.back().id = "t.other";
    INFO("round " << round << ", regex " << its_regexes.front().source());
    EnginePair engines(patterns);
    for (int batch = 0; batch < 6; ++batch) {
      std::vector<std::string> texts;
      for (int i = 0; i < 8; ++i) {
        const Regex& regex = its_regexes[regexes.random()() % its_regexes.size()];
        texts.push_back(regexes.NextText(regex, "ab10-.@ zkB\n") +
                        regexes.NextText(regex, "a1 .-"));
      }
      engines.Compare(texts);
    }
    matches += engines.matches_seen();
  }
  CHECK(matches > 100);
}

}  // namespace
}  // namespace gatepost
