#include "judge/words.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/skeleton.h"
#include "validate/ascii.h"

namespace gatepost {
namespace {

bool IsWordByte(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

bool IsSign(char c) {
  return c == '$' || c == '#' || c == kTelephoneMark || c == kMailMark || c == kHouseMark;
}

bool EqualsLower(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(),
                                                   [](char a, char b) { return Lower(a) == b; });
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

Phrase::Phrase(std::string text) : text_(std::move(text)) {
  for (auto word = NextWord(text_, 0); word; word = NextWord(text_, word->end)) {
    words_.push_back(*word);
  }
}

bool Phrase::StandsIn(const WordList& words) const {
  if (words_.empty() || words.size() < words_.size()) return false;
  const std::string_view* last = words.end() - words_.size();
  for (const std::string_view* start = words.begin(); start <= last; ++start) {
    const bool fits = std::equal(words_.begin(), words_.end(), start, [&](Span mine, auto theirs) {
      return EqualsLower(theirs, Cut(text_, mine));
    });
    if (fits) return true;
  }
  return false;
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
  for (const std::string& text : phrases) {
    Phrase phrase(text);
    by_first_word_[std::string(phrase.first_word())].push_back(std::move(phrase));
  }
}

std::optional<PhraseSet::Found> PhraseSet::FindIn(std::string_view text) const {
  std::string lower;
  for (auto word = NextWord(text, 0); word; word = NextWord(text, word->end)) {
    lower.assign(Cut(text, *word));
    std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
    const auto phrases = by_first_word_.find(lower);
    if (phrases == by_first_word_.end()) continue;
    for (const Phrase& phrase : phrases->second) {
      if (const auto end = phrase.EndAt(text, word->begin))
        return Found{&phrase, {word->begin, *end}};
    }
  }
  return std::nullopt;
}

}  // namespace gatepost
