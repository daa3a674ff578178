#include "judge/words.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

enum : uint8_t { kWordByte = 1, kSignByte = 2, kApostrophe = 4 };

constexpr std::array<uint8_t, 256> ByteKinds() {
  std::array<uint8_t, 256> kinds{};
  for (size_t byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    if (IsLetter(c) || IsDigit(c) || c == '_') kinds[byte] = kWordByte;
  }
  for (const char c : {'$', '#', kTelephoneMark, kMailMark, kHouseMark}) {
    kinds[static_cast<uint8_t>(c)] = kSignByte;
  }
  kinds['\''] = kApostrophe;
  return kinds;
}
constexpr std::array<uint8_t, 256> kByteKinds = ByteKinds();

uint8_t KindAt(std::string_view text, size_t at) {
  return kByteKinds[static_cast<uint8_t>(text[at])];
}
bool IsSignAt(std::string_view text, size_t at) { return KindAt(text, at) == kSignByte; }

// An apostrophe belongs to a word only between two letters.
bool IsInWord(std::string_view text, size_t at) {
  const uint8_t kind = KindAt(text, at);
  if (kind != kApostrophe) return kind == kWordByte;
  return at > 0 && at + 1 < text.size() && KindAt(text, at - 1) == kWordByte &&
         KindAt(text, at + 1) == kWordByte;
}

std::optional<Span> NextWord(std::string_view text, size_t at) {
  while (at < text.size() && !IsInWord(text, at) && !IsSignAt(text, at)) ++at;
  if (at == text.size()) return std::nullopt;
  size_t end = at + 1;
  if (!IsSignAt(text, at)) {
    while (end < text.size() && end - at < kMaxWordBytes && IsInWord(text, end)) ++end;
  }
  return Span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
}

std::optional<Span> PreviousWord(std::string_view text, size_t end) {
  while (end > 0 && !IsInWord(text, end - 1) && !IsSignAt(text, end - 1)) --end;
  if (end == 0) return std::nullopt;
  size_t begin = end - 1;
  if (!IsSignAt(text, begin)) {
    while (begin > 0 && end - begin < kMaxWordBytes && IsInWord(text, begin - 1)) --begin;
  }
  return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

uint64_t Load(const char* from, size_t bytes) {
  uint64_t loaded = 0;
  std::memcpy(&loaded, from, bytes);
  return loaded;
}

// Eight bytes at a time; words that differ in their case alone are the same, and a few others. That
// two words share a hash is found out when they are compared.
uint64_t HashOfLower(std::string_view word) {
  constexpr uint64_t kCaseBits = 0x2020202020202020;
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
  const auto mixed = [](uint64_t hash, uint64_t bytes) {
    hash = (hash ^ (bytes | kCaseBits)) * kFactor;
    return hash ^ hash >> 32;
  };
  const char* const from = word.data();
  const size_t size = word.size();
  uint64_t hash = size;
  if (size >= 8) {
    for (size_t at = 0; at + 8 < size; at += 8) hash = mixed(hash, Load(from + at, 8));
    return mixed(hash, Load(from + size - 8, 8));
  }
  if (size >= 4) return mixed(hash, Load(from, 4) | Load(from + size - 4, 4) << 32);
  if (size == 0) return 0;
  return mixed(hash,
               Load(from, 1) | Load(from + size / 2, 1) << 8 | Load(from + size - 1, 1) << 16);
}

}  // namespace

Word::Word(std::string_view word)
    : text_(word.data()), size_(word.size()), hash_(HashOfLower(word)) {}

WordList WordList::Before(std::string_view text, uint32_t end, uint16_t count) {
  const std::string_view left = text.substr(0, end);
  WordList list;
  list.first_ = list.last_ = kMaxContextWords;
  auto word = PreviousWord(left, left.size());
  for (uint16_t i = 0; word && i < std::min(count, kMaxContextWords); ++i) {
    list.words_[--list.first_] = Word(Cut(left, *word));
    word = PreviousWord(left, word->begin);
  }
  return list;
}

WordList WordList::After(std::string_view text, uint32_t begin, uint16_t count) {
  const std::string_view right = text.substr(begin);
  WordList list;
  auto word = NextWord(right, 0);
  for (uint16_t i = 0; word && i < std::min(count, kMaxContextWords); ++i) {
    list.words_[list.last_++] = Word(Cut(right, *word));
    word = NextWord(right, word->end);
  }
  return list;
}

void WordList::Drop(std::string_view text, const std::vector<Span>& spans) {
  if (spans.empty()) return;
  for (size_t i = first_; i < last_; ++i) {
    const auto at = static_cast<uint32_t>(words_[i].text().data() - text.data());
    const bool is_in_one = std::any_of(
        spans.begin(), spans.end(), [&](Span span) { return span.begin <= at && at < span.end; });
    if (is_in_one) words_[i] = Word(std::string_view());
  }
}

Phrase::Phrase(std::string text) : text_(std::move(text)) {
  for (auto word = NextWord(text_, 0); word; word = NextWord(text_, word->end)) {
    words_.push_back(*word);
  }
}

bool Phrase::Begins(std::span<const Word> words) const {
  if (words_.empty() || words.size() < words_.size()) return false;
  return std::equal(
      words_.begin(), words_.end(), words.begin(),
      [&](Span mine, const Word& theirs) { return EqualsLower(theirs.text(), Cut(text_, mine)); });
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
    by_first_word_[Word(phrase.first_word()).hash()].push_back(std::move(phrase));
  }
}

std::optional<PhraseSet::Found> PhraseSet::FindIn(std::string_view text) const {
  for (auto word = NextWord(text, 0); word; word = NextWord(text, word->end)) {
    for (const Phrase& phrase : MayBegin(Word(Cut(text, *word)))) {
      const auto end = phrase.EndAt(text, word->begin);
      if (end) return Found{&phrase, {word->begin, *end}};
    }
  }
  return std::nullopt;
}

std::span<const Phrase> PhraseSet::MayBegin(const Word& word) const {
  const auto phrases = by_first_word_.find(word.hash());
  if (phrases == by_first_word_.end()) return {};
  return phrases->second;
}

}  // namespace gatepost
