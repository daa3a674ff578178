#pragma once

// Random regexes of the subset and random texts that they are likely to match in part: for
// comparing what is derived from a tree with what the regex means.

#include <random>
#include <string>
#include <string_view>

#include "regex/regex.h"
#include "regex/sample.h"

namespace gatepost {

// The same seed gives the same regexes and texts with every standard library.
class RegexGenerator {
 public:
  explicit RegexGenerator(uint64_t seed) : random_(seed) {}

  std::mt19937_64& random() { return random_; }

  // A regex that parses.
  Regex NextRegex() {
    for (;;) {
      const RegexOptions options = {.is_case_sensitive = Pick(4) == 0};
      if (auto regex = Regex::Parse(Alternation(3), options)) return *regex;
    }
  }

  // Bytes of a small alphabet, around a sample of `regex` half of the time.
  std::string NextText(const Regex& regex, std::string_view alphabet) {
    std::string text = Bytes(Pick(8), alphabet);
    if (Pick(2) == 0) text += Sample(regex, random_);
    return text + Bytes(Pick(8), alphabet);
  }

 private:
  size_t Pick(size_t count) { return random_() % count; }

  std::string Bytes(size_t count, std::string_view alphabet) {
    std::string bytes;
    for (size_t i = 0; i < count; ++i) bytes += alphabet[Pick(alphabet.size())];
    return bytes;
  }

  std::string Alternation(int depth) {
    std::string source = Sequence(depth);
    while (Pick(4) == 0) source += "|" + Sequence(depth);
    return source;
  }

  std::string Sequence(int depth) {
    std::string source;
    for (size_t items = Pick(8) == 0 ? 0 : 1 + Pick(4); items > 0; --items) {
      source += Atom(depth);
      source += Repeat();
    }
    return source;
  }

  std::string Atom(int depth) {
    static constexpr std::string_view kAtoms[] = {
        "a",      "b",     "1",     "0",       "-",        "@",    R"(\.)", R"(\d)",
        R"(\d)",  R"(\w)", R"(\W)", R"(\D)",   ".",        "[ab]", "[0-9]", "[a-c1]",
        "[^a-y]", "[ .-]", "[ -]?", R"(\x2e)", R"([\d-])", "zb",   "19",    R"([^\d\n])",
        R"(\n)",  "[A-B]", "B",     "[^b]",    R"([\w@])", "k.z"};
    if (depth > 0 && Pick(4) == 0) return "(?:" + Alternation(depth - 1) + ")";
    return std::string(kAtoms[Pick(std::size(kAtoms))]);
  }

  std::string Repeat() {
    static constexpr std::string_view kRepeats[] = {"?",     "{2}",   "{3}",   "{1,2}", "{0,2}",
                                                    "{1,5}", "{0,7}", "{2,9}", "{4}",   "{1}"};
    return Pick(3) == 0 ? std::string(kRepeats[Pick(std::size(kRepeats))]) : "";
  }

  std::mt19937_64 random_;
};

}  // namespace gatepost
