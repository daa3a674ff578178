#include "judge/pattern_phrases.h"

#include <algorithm>
#include <string>

namespace gatepost {
namespace {

// As many words as the group looks at on that side.
uint16_t WordsOn(Side side, const Context& group) {
  return group.side == side || group.side == Side::kBoth ? group.within_words : uint16_t{0};
}

}  // namespace

PatternPhrases::PatternPhrases(const std::vector<Context>& groups) {
  size_t phrases = 0;
  for (const Context& group : groups) phrases += group.near.size() + group.against.size();
  entries_.reserve(phrases);
  for (size_t i = 0; i < groups.size(); ++i) {
    groups_.push_back({WordsOn(Side::kBefore, groups[i]), WordsOn(Side::kAfter, groups[i])});
    words_before_ = std::max(words_before_, groups_.back().words_before);
    words_after_ = std::max(words_after_, groups_.back().words_after);
    Add(groups[i].near, i, false);
    Add(groups[i].against, i, true);
  }
  std::vector<uint64_t> first_words;
  first_words.reserve(entries_.size());
  for (const Entry& entry : entries_) first_words.push_back(entry.phrase.first_word());
  by_first_word_ = WordIndex(first_words);
}

void PatternPhrases::Add(const PackedList<std::string>& phrases, size_t group, bool is_against) {
  lists_.push_back(phrases);
  for (const std::string& phrase : phrases) {
    entries_.push_back({Phrase(phrase), static_cast<uint16_t>(group), is_against});
  }
}

void PatternPhrases::Find(std::span<const Word> before, std::span<const Word> after,
                          std::span<GroupFound> found) const {
  for (size_t i = 0; i < before.size(); ++i) {
    const size_t distance = before.size() - i;
    Take(
        before.subspan(i),
        [distance](const Group& group, size_t /*words*/) { return distance <= group.words_before; },
        found);
  }
  for (size_t i = 0; i < after.size(); ++i) {
    Take(
        after.subspan(i),
        [i](const Group& group, size_t words) { return i + words <= group.words_after; }, found);
  }
}

template <class Reaches>
void PatternPhrases::Take(std::span<const Word> words, Reaches reaches,
                          std::span<GroupFound> found) const {
  const uint64_t second_word = words.size() > 1 ? words[1].hash() : 0;
  for (const uint32_t number : by_first_word_.Of(words.front().hash())) {
    const Entry& entry = entries_[number];
    if (entry.phrase.word_count() > 1 && entry.phrase.second_word() != second_word) continue;
    GroupFound& of_group = found[entry.group];
    const Phrase*& first = entry.is_against ? of_group.against : of_group.near;
    // Entries are in the order of their files.
    if (first != nullptr && first <= &entry.phrase) continue;
    if (!reaches(groups_[entry.group], entry.phrase.word_count())) continue;
    if (entry.phrase.Begins(words)) first = &entry.phrase;
  }
}

}  // namespace gatepost
