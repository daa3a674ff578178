#include "judge/word_weights.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

#include "base/ascii.h"

namespace gatepost {
namespace {

// Of one word its own; of several one that their order matters to.
uint64_t Followed(uint64_t hash, const Word& word) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
  return (hash ^ (hash >> 29)) * kFactor + word.hash();
}

// `hash` is that of the words before.
uint64_t HashOf(std::span<const Word> phrase, uint64_t hash = 0) {
  for (const Word& word : phrase) hash = Followed(hash, word);
  return hash;
}

// The words of a phrase, which one space stands between.
std::vector<Word> WordsOf(std::string_view phrase) {
  std::vector<Word> words;
  while (!phrase.empty()) {
    const size_t end = std::min(phrase.find(' '), phrase.size());
    words.emplace_back(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return words;
}

// Takes the word from the front of the phrase, and the space behind it.
bool Take(const Word& word, std::string_view& phrase) {
  if (!EqualsLower(word.text(), phrase.substr(0, word.text().size()))) return false;
  phrase.remove_prefix(word.text().size());
  if (phrase.starts_with(' ')) phrase.remove_prefix(1);
  return true;
}

bool Reads(std::string_view phrase, const Word* kind, std::span<const Word> words) {
  if (kind != nullptr && !Take(*kind, phrase)) return false;
  return std::all_of(words.begin(), words.end(),
                     [&phrase](const Word& word) { return Take(word, phrase); }) &&
         phrase.empty();
}

// Without the kind of post before it: that a phrase is weighed by kind is not told.
std::string_view WithoutKind(std::string_view phrase) {
  for (const std::string_view kind : kKindPhrases) {
    const bool has_kind =
        phrase.size() > kind.size() && phrase.starts_with(kind) && phrase[kind.size()] == ' ';
    if (has_kind) return phrase.substr(kind.size() + 1);
  }
  return phrase;
}

// At most three, the strongest first, of those that speak in the direction of the sum.
std::string Strongest(std::vector<const Weight*> found, int points) {
  constexpr size_t kNamed = 3;
  std::erase_if(found, [points](const Weight* weight) {
    return (weight->points > 0) != (points > 0) || WithoutKind(weight->phrase) == kValuePhrase;
  });
  std::stable_sort(found.begin(), found.end(), [](const Weight* a, const Weight* b) {
    return std::abs(a->points) > std::abs(b->points);
  });
  std::vector<std::string_view> named;
  for (const Weight* weight : found) {
    const std::string_view phrase = WithoutKind(weight->phrase);
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
  for (const Weight& weight : weights.phrases) ranked_.push_back(&weight);
  std::sort(ranked_.begin(), ranked_.end(),
            [](const Weight* a, const Weight* b) { return a->phrase < b->phrase; });
  std::vector<std::pair<uint64_t, uint32_t>> filed;
  for (size_t i = 0; i < ranked_.size(); ++i) {
    filed.emplace_back(HashOf(WordsOf(ranked_[i]->phrase)), static_cast<uint32_t>(i));
  }
  by_hash_ = WordIndex(std::move(filed));
}

WordWeights::Sum WordWeights::Of(const PhrasesAround& phrases) const {
  std::vector<uint32_t> ranks;
  std::vector<bool> is_found(ranked_.size());
  phrases.ForEach([&](std::span<const Word> phrase, bool is_of_kind) {
    const Word* const kind = is_of_kind ? &phrases.kind() : nullptr;
    for (const uint32_t rank : by_hash_.Of(HashOf(phrase, kind == nullptr ? 0 : kind->hash()))) {
      if (is_found[rank] || !Reads(ranked_[rank]->phrase, kind, phrase)) continue;
      is_found[rank] = true;
      ranks.push_back(rank);
    }
  });
  std::sort(ranks.begin(), ranks.end());
  std::vector<const Weight*> found;
  Sum sum;
  for (const uint32_t rank : ranks) {
    found.push_back(ranked_[rank]);
    sum.points += ranked_[rank]->points;
  }
  sum.strongest = Strongest(std::move(found), sum.points);
  return sum;
}

}  // namespace gatepost
