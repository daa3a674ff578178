#include "bench/adversarial.h"

#include <array>
#include <random>
#include <string_view>

#include "regex/sample.h"

namespace gatepost::bench {
namespace {

constexpr size_t kPostBytes = 480;
constexpr size_t kOnePostBytes = 8'000'000;
constexpr size_t kSamples = 16;  // of each variant
constexpr uint64_t kSeed = 20240101;

constexpr std::array kByHand = std::to_array<std::string_view>({
    "1 ",
    "1111",
    "mr a ",
    "07911 123456 ",
    "a@a.co ",
    "12-34-56 ",
    "a@a@a@",
    "ab:cd:",
    "AB12CDE ",
    "Smith, John ",
    "a b c d e f ",
    "07700\n900123\n",
    "1.1.1.1.",
    "%41%42%43",
    "&#x31;&#49;",
    "x dot y at z ",
    "one two three four ",
    "o7oo l23 ",
    "12 mill road ",
    "The Larches ",
    "12/03/1980 ",
    "1-2 3.4/5:6 ",
    "£1,234.56 ",
    "((((0",
    "my my my ",
    "𝟎𝟕𝟕",
    "а1е2",
    // ICAO Doc 9303, part 4: the specimen.
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n",
});

// Letters under a heap of combining marks.
std::string Zalgo() {
  std::string text;
  for (const char letter : std::string_view("zalgo")) {
    text += letter;
    for (int i = 0; i < 20; ++i) text += "\xCC\x81";  // U+0301
  }
  return text;
}

// The last byte another of its kind, where a check digit or an ending may be.
std::string Nearly(std::string text) {
  char& last = text.back();
  if (last >= '0' && last <= '9') {
    last = last == '9' ? '0' : static_cast<char>(last + 1);
  } else {
    last = '5';
  }
  return text;
}

class Collector {
 public:
  void AddVariants(const std::vector<Pattern>& patterns, size_t step) {
    struct Place {
      const Pattern* pattern;
      const Variant* variant;
    };
    std::vector<Place> all;
    for (const Pattern& pattern : patterns) {
      for (const Variant& variant : pattern.variants) all.push_back({&pattern, &variant});
    }
    for (size_t i = 0; i < all.size(); i += step) {
      const Place& next = all[(i + 1) % all.size()];
      const std::string name = all[i].pattern->id + ", " + all[i].variant->name;
      AddSamples(name, Samples(*all[i].variant), Samples(*next.variant));
      AddWithPhrases(name, *all[i].pattern, Samples(*all[i].variant));
    }
  }

  void Add(std::string name, std::vector<std::string> units) {
    texts_.push_back({std::move(name), std::move(units), false});
  }
  void AddOnePost(std::string name, std::vector<std::string> units) {
    texts_.push_back({std::move(name), std::move(units), true});
  }

  std::vector<AdversarialText> Take() { return std::move(texts_); }

 private:
  std::vector<std::string> Samples(const Variant& variant) {
    std::vector<std::string> samples;
    for (size_t i = 0; i < kSamples; ++i) samples.push_back(Sample(variant.regex, random_));
    return samples;
  }

  void AddSamples(const std::string& name, const std::vector<std::string>& samples,
                  const std::vector<std::string>& others) {
    std::vector<std::string> apart;
    std::vector<std::string> nearly;
    std::vector<std::string> alternating;
    std::vector<std::string> nested;
    for (size_t i = 0; i < samples.size(); ++i) {
      apart.push_back(samples[i] + " ");
      nearly.push_back(Nearly(samples[i]) + " ");
      alternating.push_back(samples[i] + " " + others[i] + " ");
      const size_t middle = samples[i].size() / 2;
      nested.push_back(samples[i].substr(0, middle) + others[i] + samples[i].substr(middle));
    }
    Add(name, std::move(apart));
    Add(name + ", nearly", std::move(nearly));
    Add(name + ", alternating with the next", std::move(alternating));
    Add(name + ", around the next", std::move(nested));
  }

  void AddWithPhrases(const std::string& name, const Pattern& pattern,
                      const std::vector<std::string>& samples) {
    std::vector<std::string> units;
    for (const Context& context : pattern.contexts) {
      for (const std::string& phrase : context.near) {
        units.push_back(phrase + " " + samples[units.size() % samples.size()] + " ");
      }
    }
    if (!units.empty()) Add(name + ", behind its phrases", std::move(units));
  }

  std::mt19937_64 random_{kSeed};
  std::vector<AdversarialText> texts_;
};

}  // namespace

std::vector<std::string> AdversarialText::Posts(size_t bytes) const {
  const size_t post_bytes = is_one_post ? kOnePostBytes : kPostBytes;
  std::vector<std::string> posts;
  size_t next = 0;
  for (size_t made = 0; made < (is_one_post ? kOnePostBytes : bytes); made += posts.back().size()) {
    std::string& post = posts.emplace_back();
    while (post.size() < post_bytes) post += units[next++ % units.size()];
  }
  return posts;
}

std::vector<AdversarialText> AdversarialTexts(const std::vector<Pattern>& patterns,
                                              const std::vector<std::string>& prose, size_t step) {
  Collector collector;
  collector.AddVariants(patterns, step);
  for (const std::string_view unit : kByHand) {
    std::string name = "by hand: " + std::string(unit.substr(0, unit.find('\n')));
    collector.Add(std::move(name), {std::string(unit)});
  }
  collector.Add("by hand: letters under combining marks", {Zalgo()});
  std::vector<std::string> units;
  for (const std::string& text : prose) {
    units.push_back(text + " ");
    for (char& c : units.back()) c = c == '\n' ? ' ' : c;
  }
  collector.AddOnePost("by hand: one post of 8 MB, a line of prose", std::move(units));
  return collector.Take();
}

}  // namespace gatepost::bench
