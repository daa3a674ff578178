#include "judge/words.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

bool IsWordByte(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

bool IsSign(char c) {
  return c == '$' || c == '#' || c == kTelephoneMark || c == kMailMark || c == kHouseMark;
}

// An apostrophe belongs to a word only between two letters.
bool IsInWord(std::string_view text, size_t at) {
  if (IsWordByte(text[at])) return true;
  return text[at] == '\'' && at > 0 && at + 1 < text.size() && IsWordByte(text[at - 1]) &&
         IsWordByte(text[at + 1]);
}

std::optional<Span> NextWord(std::string_view text, size_t at) {
  while (at < text.size() && !IsInWord(text, at) && !IsSign(text[at])) ++at;
  if (at == text.size()) return std::nullopt;
  size_t end = at + 1;
  if (!IsSign(text[at])) {
    while (end < text.size() && end - at < kMaxWordBytes && IsInWord(text, end)) ++end;
  }
  return Span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
}

std::optional<Span> PreviousWord(std::string_view text, size_t end) {
  while (end > 0 && !IsInWord(text, end - 1) && !IsSign(text[end - 1])) --end;
  if (end == 0) return std::nullopt;
  size_t begin = end - 1;
  if (!IsSign(text[begin])) {
    while (begin > 0 && end - begin < kMaxWordBytes && IsInWord(text, begin - 1)) --begin;
  }
  return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

WordList WordList::Before(std::string_view text, uint32_t end, uint16_t count) {
  const std::string_view left = text.substr(0, end);
  WordList list;
  list.first_ = list.last_ = kMaxContextWords;
  auto word = PreviousWord(left, left.size());
  for (uint16_t i = 0; word && i < std::min(count, kMaxContextWords); ++i) {
    list.words_[--list.first_] = Cut(left, *word);
    word = PreviousWord(left, word->begin);
  }
  return list;
}

WordList WordList::After(std::string_view text, uint32_t begin, uint16_t count) {
  const std::string_view right = text.substr(begin);
  WordList list;
  auto word = NextWord(right, 0);
  for (uint16_t i = 0; word && i < std::min(count, kMaxContextWords); ++i) {
    list.words_[list.last_++] = Cut(right, *word);
    word = NextWord(right, word->end);
  }
  return list;
}

void WordList::Drop(std::string_view text, const std::vector<Span>& spans) {
  for (size_t i = first_; i < last_; ++i) {
    const auto at = static_cast<uint32_t>(words_[i].data() - text.data());
    const bool is_in_one = std::any_of(
        spans.begin(), spans.end(), [&](Span span) { return span.begin <= at && at < span.end; });
    if (is_in_one) words_[i] = {};
  }
}

Phrase::Phrase(std::string text) : text_(std::move(text)) {
  for (auto word = NextWord(text_, 0); word; word = NextWord(text_, word->end)) {
    words_.push_back(*word);
  }
}

bool Phrase::StandsIn(const WordList& words, const std::string_view* first) const {
  if (words_.empty() || static_cast<size_t>(words.end() - first) < words_.size()) return false;
  return std::equal(words_.begin(), words_.end(), first, [&](Span mine, std::string_view theirs) {
    return EqualsLower(theirs, Cut(text_, mine));
  });
}

std::optional<uint32_t> Phrase::EndAt(std::string_view text, uint32_t begin) const {
  if (words_.empty()) return std::nullopt;
  uint32_t at = begin;
  for (const Span mine : words_) {
    const auto theirs = NextWord(text, at);
    if (!theirs || !EqualsLower(Cut(text, *theirs), Cut(text_, mine))) return std::nullopt;
    at = theirs->end;
  }
  return at;
}

std::string_view Phrase::first_word() const {
  return words_.empty() ? std::string_view() : Cut(text_, words_.front());
}

PhraseSet::PhraseSet(const std::vector<std::string>& phrases) {
  for (size_t i = 0; i < phrases.size(); ++i) {
    Phrase phrase(phrases[i]);
    by_first_word_[std::string(phrase.first_word())].push_back({i, std::move(phrase)});
  }
}

std::optional<PhraseSet::Found> PhraseSet::FindIn(std::string_view text) const {
  std::string lower;
  for (auto word = NextWord(text, 0); word; word = NextWord(text, word->end)) {
    const auto* phrases = Beginning(Cut(text, *word), lower);
    if (phrases == nullptr) continue;
    for (const Numbered& each : *phrases) {
      const auto end = each.phrase.EndAt(text, word->begin);
      if (end) return Found{&each.phrase, {word->begin, *end}};
    }
  }
  return std::nullopt;
}

const Phrase* PhraseSet::FirstIn(const WordList& before, const WordList& after) const {
  if (empty()) return nullptr;
  const Numbered* first = FirstIn(before);
  const Numbered* other = FirstIn(after);
  if (first == nullptr || (other != nullptr && other->number < first->number)) first = other;
  return first == nullptr ? nullptr : &first->phrase;
}

const PhraseSet::Numbered* PhraseSet::FirstIn(const WordList& words) const {
  const Numbered* first = nullptr;
  std::string lower;
  for (const std::string_view* word = words.begin(); word != words.end(); ++word) {
    const auto* phrases = Beginning(*word, lower);
    if (phrases == nullptr) continue;
    for (const Numbered& each : *phrases) {
      if (first != nullptr && first->number <= each.number) break;  // they ascend
      if (each.phrase.StandsIn(words, word)) first = &each;
    }
  }
  return first;
}

const std::vector<PhraseSet::Numbered>* PhraseSet::Beginning(std::string_view word,
                                                             std::string& lower) const {
  lower.assign(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  const auto phrases = by_first_word_.find(lower);
  return phrases == by_first_word_.end() ? nullptr : &phrases->second;
}

}  // namespace gatepost
