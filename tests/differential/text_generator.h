#pragma once

// Texts in which patterns match, nearly match and do not match, the same with every standard
// library for the same seed.

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"
#include "regex/sample.h"

namespace gatepost {

class TextGenerator {
 public:
  explicit TextGenerator(uint64_t seed) : random_(seed) {}

  std::mt19937_64& random() { return random_; }
  size_t Pick(size_t count) { return random_() % count; }

  std::string Bytes(size_t count, std::string_view alphabet) {
    std::string bytes;
    for (size_t i = 0; i < count; ++i) bytes += alphabet[Pick(alphabet.size())];
    return bytes;
  }

  // Any bytes at all, most of them no UTF-8.
  std::string AnyBytes(size_t count) {
    std::string bytes;
    for (size_t i = 0; i < count; ++i) bytes += static_cast<char>(Pick(256));
    return bytes;
  }

  // What patterns are made of, close together.
  std::string Soup(size_t count) { return Bytes(count, "00112457789  --..()+/_@aAbcDqz\n"); }

  // Words, numbers, prices, dates, handles and links, as posts have them.
  std::string Prose(size_t words) {
    static constexpr std::string_view kWords[] = {"the",
                                                  "road is closed until",
                                                  "5pm",
                                                  "call us on",
                                                  "doors open at 19:30",
                                                  "12.05.2024",
                                                  "\u00a33.50",
                                                  "@council",
                                                  "#bins",
                                                  "https://example.com/a1",
                                                  "Ring",
                                                  "NHS no",
                                                  "ddydd",
                                                  "2-4-6",
                                                  "B4 7XA?",
                                                  "1,000",
                                                  "ref 20931",
                                                  "\U0001F4DE",
                                                  "caf\u00e9",
                                                  "+44",
                                                  "info@",
                                                  "0800",
                                                  "QQ",
                                                  "tel:",
                                                  "a.b@c"};
    std::string text;
    while (words-- > 0) {
      text += kWords[Pick(std::size(kWords))];
      text += Pick(6) == 0 ? "\n" : " ";
    }
    return text;
  }

  // A value of one of the pattern's regexes, in surroundings of every kind.
  std::string WithValue(const Pattern& pattern) {
    const Variant& variant = pattern.variants[Pick(pattern.variants.size())];
    std::string text = Around() + Sample(variant.regex, random_) + Around();
    for (const Context& context : pattern.contexts) {
      if (context.near.empty() || Pick(3) == 0) continue;
      text += " " + context.near[Pick(context.near.size())];
    }
    return text;
  }

  // `text` with some bytes changed, doubled, swapped or gone.
  std::string Mutated(std::string text) {
    for (size_t changes = 1 + Pick(4); changes > 0 && !text.empty(); --changes) {
      const size_t at = Pick(text.size());
      switch (Pick(4)) {
        case 0:
          text[at] = Soup(1)[0];
          break;
        case 1:
          text.insert(at, 1, text[at]);
          break;
        case 2:
          text.erase(at, 1);
          break;
        default:
          std::swap(text[at], text[Pick(text.size())]);
      }
    }
    return text;
  }

 private:
  std::string Around() {
    switch (Pick(4)) {
      case 0:
        return "";
      case 1:
        return Soup(1 + Pick(3));
      case 2:
        return Soup(Pick(40));
      default:
        return " " + Prose(Pick(5));
    }
  }

  std::mt19937_64 random_;
};

}  // namespace gatepost
