#include "judge/word_weights.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kUsuallyFound = 32;  // weights, of a few thousand

// Of one word its own; of several one that their order matters to.
uint64_t Followed(uint64_t hash, const Word& word) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
  return (hash ^ (hash >> 29)) * kFactor + word.hash();
}

uint64_t HashOf(std::span<const Word> phrase) {
  if (phrase.size() == 1) return phrase[0].hash();  // as most are
  uint64_t hash = 0;
  for (const Word& word : phrase) hash = Followed(hash, word);
  return hash;
}

// The same of a phrase whose words one space stands between.
uint64_t HashOf(std::string_view phrase) {
  size_t end = phrase.find(' ');
  if (end == std::string_view::npos) return phrase.empty() ? 0 : Word(phrase).hash();
  uint64_t hash = 0;
  for (; end != std::string_view::npos; end = phrase.find(' ')) {
    hash = Followed(hash, Word(phrase.substr(0, end)));
    phrase.remove_prefix(end + 1);
  }
  return Followed(hash, Word(phrase));
}

// Takes the word from the front of the phrase, and the space behind it.
bool Take(const Word& word, std::string_view& phrase) {
  if (!EqualsLower(word.text(), phrase.substr(0, word.text().size()))) return false;
  phrase.remove_prefix(word.text().size());
  if (phrase.starts_with(' ')) phrase.remove_prefix(1);
  return true;
}

bool Reads(std::string_view phrase, std::span<const Word> words) {
  return std::all_of(words.begin(), words.end(),
                     [&phrase](const Word& word) { return Take(word, phrase); }) &&
         phrase.empty();
}

// The kind whose word the phrase begins with.
std::optional<PostKind> KindOf(std::string_view phrase) {
  const std::string_view first = phrase.substr(0, phrase.find(' '));
  const auto kind = std::find(kKindPhrases.begin(), kKindPhrases.end(), first);
  if (kind == kKindPhrases.end()) return std::nullopt;
  return static_cast<PostKind>(kind - kKindPhrases.begin());
}

// The phrase without its first word and the space behind that.
std::string_view WithoutFirst(std::string_view phrase) {
  return phrase.substr(std::min(phrase.find(' '), phrase.size() - 1) + 1);
}

// What is told of a weight that was found: not that it is one for that kind of posts.
struct Said {
  int points = 0;
  std::string_view phrase;
};

// At most three, the strongest first, of those that speak in the direction of the sum.
std::string Strongest(std::vector<Said> found, int points) {
  constexpr size_t kNamed = 3;
  std::erase_if(found, [points](const Said& said) {
    return (said.points > 0) != (points > 0) || said.phrase == kValuePhrase;
  });
  std::stable_sort(found.begin(), found.end(), [](const Said& a, const Said& b) {
    return std::abs(a.points) > std::abs(b.points);
  });
  std::vector<std::string_view> named;
  for (const auto& [_, phrase] : found) {
    const bool is_new = std::find(named.begin(), named.end(), phrase) == named.end();
    if (is_new && named.size() < kNamed) named.push_back(phrase);
  }
  std::string names;
  for (const std::string_view phrase : named) {
    names += names.empty() ? "" : " | ";
    names += phrase;
  }
  return names;
}

}  // namespace

WordWeights::WordWeights(const Weights& weights) {
  ranked_.reserve(weights.phrases.size());
  std::vector<uint64_t> hashes;
  hashes.reserve(weights.phrases.size());
  for (const Weight& weight : weights.phrases) {
    const std::optional<PostKind> kind = KindOf(weight.phrase);
    const std::string_view words = kind ? WithoutFirst(weight.phrase) : weight.phrase;
    ranked_.push_back({&weight, kind, words});
    hashes.push_back(HashOf(words));
  }
  by_hash_ = WordIndex(hashes);
}

WordWeights::Sum WordWeights::Of(const PhrasesAround& phrases) const {
  std::vector<uint32_t> ranks;
  ranks.reserve(kUsuallyFound);
  std::vector<bool> is_found(ranked_.size());
  phrases.ForEach([&](std::span<const Word> phrase, ToldOf told_of) {
    for (const uint32_t rank : by_hash_.Of(HashOf(phrase))) {
      const auto& [_, kind, words] = ranked_[rank];
      const bool is_told = kind ? told_of != ToldOf::kAllPosts && *kind == phrases.kind()
                                : told_of != ToldOf::kItsKind;
      if (!is_told || is_found[rank] || !Reads(words, phrase)) continue;
      is_found[rank] = true;
      ranks.push_back(rank);
    }
  });
  std::sort(ranks.begin(), ranks.end());
  std::vector<Said> found;
  found.reserve(ranks.size());
  Sum sum;
  for (const uint32_t rank : ranks) {
    const auto& [weight, kind, words] = ranked_[rank];
    // A kind's word alone is the whole phrase.
    found.push_back({weight->points, words.empty() ? std::string_view(weight->phrase) : words});
    sum.points += weight->points;
  }
  sum.strongest = Strongest(std::move(found), sum.points);
  return sum;
}

}  // namespace gatepost
