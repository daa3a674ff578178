#include "judge/words.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "judge/word_masks.h"
#include "text/byte_masks.h"

namespace gatepost {
namespace {

uint8_t KindAt(std::string_view text, size_t at) {
  return kWordByteKinds[static_cast<uint8_t>(text[at])];
}
bool IsSignAt(std::string_view text, size_t at) { return KindAt(text, at) == kSignByte; }

// An apostrophe belongs to a word only between two letters.
bool IsInWord(std::string_view text, size_t at) {
  const uint8_t kind = KindAt(text, at);
  if (kind == kWordByte) return true;
  return kind == kApostrophe && at > 0 && at + 1 < text.size() &&
         KindAt(text, at - 1) == kWordByte && KindAt(text, at + 1) == kWordByte;
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
uint64_t Mixed(uint64_t hash, uint64_t bytes) {
  constexpr uint64_t kCaseBits = 0x2020202020202020;
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
  hash = (hash ^ (bytes | kCaseBits)) * kFactor;
  return hash ^ hash >> 32;
}

uint64_t HashOfLower(std::string_view word) {
  const char* const from = word.data();
  const size_t size = word.size();
  uint64_t hash = size;
  if (size >= 8) {
    for (size_t at = 0; at + 8 < size; at += 8) hash = Mixed(hash, Load(from + at, 8));
    return Mixed(hash, Load(from + size - 8, 8));
  }
  if (size >= 4) return Mixed(hash, Load(from, 4) | Load(from + size - 4, 4) << 8 * (size - 4));
  if (size == 0) return 0;
  const uint64_t inner = size == 3 ? Load(from + 1, 1) << 8 : 0;
  return Mixed(hash, Load(from, 1) | inner | Load(from + size - 1, 1) << 8 * (size - 1));
}

// The same where eight bytes can be read from its begin on: without asking how long it is.
uint64_t HashOfLowerReadOn(std::string_view word) {
  if (word.size() >= 8 || std::endian::native != std::endian::little) return HashOfLower(word);
  const uint64_t its_bytes = (uint64_t{1} << 8 * word.size()) - 1;
  return Mixed(word.size(), Load(word.data(), 8) & its_bytes);
}

}  // namespace

Word::Word(std::string_view word) : Word(word, HashOfLower(word)) {}

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

void SplitText::Begin(std::string_view text) {
  text_ = text;
  state_ = State::kNew;
}

WordList SplitText::Before(uint32_t end, uint16_t count) {
  const auto last = WordFrom(end);
  if (!last) return WordList::Before(text_, end, count);
  return Part(*last - std::min<size_t>(*last, std::min(count, kMaxContextWords)), *last);
}

WordList SplitText::After(uint32_t begin, uint16_t count) {
  const auto first = WordFrom(begin);
  if (!first) return WordList::After(text_, begin, count);
  const size_t left = count_ - *first;
  return Part(*first, *first + std::min<size_t>(left, std::min(count, kMaxContextWords)));
}

std::optional<size_t> SplitText::WordFrom(uint32_t at) {
  if (state_ == State::kNew) Split();
  if (state_ == State::kTooLong) return std::nullopt;
  const char* const from = text_.data() + at;
  const auto all = words();
  const auto word = std::partition_point(
      all.begin(), all.end(), [from](const Word& each) { return each.text().data() < from; });
  if (word != all.begin()) {
    const std::string_view before = (word - 1)->text();
    if (before.data() + before.size() > from) return std::nullopt;
  }
  return static_cast<size_t>(word - all.begin());
}

WordList SplitText::Part(size_t first, size_t last) const {
  WordList list;
  list.borrowed_ = words_.data();
  list.first_ = first;
  list.last_ = last;
  return list;
}

void SplitText::Split() {
  count_ = 0;
  state_ = text_.size() <= kMaxBytes ? State::kSplit : State::kTooLong;
  if (state_ == State::kTooLong) return;
  // A word has a byte at least.
  if (words_.size() < text_.size()) words_.resize(text_.size());
  uint64_t words_before = 0;  // of the block before this one
  uint64_t inside_before = 0;
  WordMasks masks = WordMasksOf(text_, 0);
  for (size_t at = 0; at < text_.size(); at += kBlockBytes) {
    const WordMasks next = WordMasksOf(text_, at + kBlockBytes);
    const uint64_t behind_word = masks.words << 1 | words_before >> 63;
    const uint64_t before_word = masks.words >> 1 | next.words << 63;
    const uint64_t inside = masks.words | (masks.apostrophes & behind_word & before_word);
    uint64_t begins = masks.signs | (inside & ~(inside << 1 | inside_before >> 63));
    for (; begins != 0; begins &= begins - 1) {
      const auto place = static_cast<size_t>(std::countr_zero(begins));
      size_t size = 1;
      if ((inside >> place & 1) != 0) size = static_cast<size_t>(std::countr_one(inside >> place));
      if (place + size == kBlockBytes && (inside >> 63) != 0)
        size += WordBytesFrom(at + kBlockBytes);
      AddWord(at + place, size);
    }
    words_before = masks.words;
    inside_before = inside;
    masks = next;
  }
}

size_t SplitText::WordBytesFrom(size_t at) const {
  size_t end = at;
  while (end < text_.size() && IsInWord(text_, end)) ++end;
  return end - at;
}

void SplitText::AddWord(size_t begin, size_t size) {
  // One that is cut is cut elsewhere when it is read from its end.
  if (size >= kMaxWordBytes) state_ = State::kTooLong;
  const std::string_view word = text_.substr(begin, size);
  const bool can_read_on = text_.size() - begin >= sizeof(uint64_t);
  words_[count_++] = {word, can_read_on ? HashOfLowerReadOn(word) : HashOfLower(word)};
}

void WordList::Drop(std::string_view text, const std::vector<Span>& spans) {
  if (spans.empty()) return;
  if (borrowed_ != nullptr) {
    std::copy(begin(), end(), words_.begin());
    last_ -= first_;
    first_ = 0;
    borrowed_ = nullptr;
  }
  for (size_t i = first_; i < last_; ++i) {
    const auto at = static_cast<uint32_t>(words_[i].text().data() - text.data());
    const bool is_in_one = std::any_of(
        spans.begin(), spans.end(), [&](Span span) { return span.begin <= at && at < span.end; });
    if (is_in_one) words_[i] = Word(std::string_view());
  }
}

Phrase::Phrase(std::string_view text) : text_(text) {
  for (auto word = NextWord(text_, 0); word; word = NextWord(text_, word->end)) {
    if (word_count_ == 0) first_word_ = Word(Cut(text_, *word)).hash();
    if (word_count_ == 1) second_word_ = Word(Cut(text_, *word)).hash();
    ++word_count_;
  }
}

bool Phrase::Begins(std::span<const Word> words) const {
  if (word_count_ == 0 || words.size() < word_count_) return false;
  size_t at = 0;
  for (const Word& theirs : words.first(word_count_)) {
    const auto mine = NextWord(text_, at);
    if (!mine || !EqualsLower(theirs.text(), Cut(text_, *mine))) return false;
    at = mine->end;
  }
  return true;
}

std::optional<uint32_t> Phrase::EndAt(std::string_view text, uint32_t begin) const {
  if (word_count_ == 0) return std::nullopt;
  uint32_t at = begin;
  for (auto mine = NextWord(text_, 0); mine; mine = NextWord(text_, mine->end)) {
    const auto theirs = NextWord(text, at);
    if (!theirs || !EqualsLower(Cut(text, *theirs), Cut(text_, *mine))) return std::nullopt;
    at = theirs->end;
  }
  return at;
}

PhraseSet::PhraseSet(std::vector<std::string> phrases) : texts_(std::move(phrases)) {
  std::vector<uint64_t> first_words;
  for (const std::string& text : texts_) {
    first_words.push_back(phrases_.emplace_back(text).first_word());
  }
  by_first_word_ = WordIndex(first_words);
}

std::optional<PhraseSet::Found> PhraseSet::FindIn(std::string_view text) const {
  for (auto word = NextWord(text, 0); word; word = NextWord(text, word->end)) {
    for (const uint32_t number : by_first_word_.Of(Word(Cut(text, *word)).hash())) {
      const auto end = phrases_[number].EndAt(text, word->begin);
      if (end) return Found{&phrases_[number], {word->begin, *end}};
    }
  }
  return std::nullopt;
}

}  // namespace gatepost
