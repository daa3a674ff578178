#pragma once

// The words beside a match, and whether a phrase stands among them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "judge/word_index.h"
#include "pattern/pattern.h"

namespace gatepost {

// Words are runs of letters, digits, _ and inner apostrophes; the signs $ # and the telephone, mail
// and house marks are words of one byte; everything else only separates. A run longer than this is
// several words, so that a megabyte without a space costs no more than one with them.
inline constexpr uint32_t kMaxWordBytes = 64;

// A word of a text, which it borrows, and a hash of it in lower case: one word is looked up in the
// phrases of many groups.
class Word {
 public:
  Word() = default;  // not set: lists have room for many and are made for every match
  explicit Word(std::string_view word);
  Word(std::string_view word, uint64_t hash)
      : text_(word.data()), size_(word.size()), hash_(hash) {}

  [[nodiscard]] std::string_view text() const { return {text_, size_}; }
  [[nodiscard]] uint64_t hash() const { return hash_; }

 private:
  const char* text_;
  size_t size_;
  uint64_t hash_;
};

// Up to kMaxContextWords words in the order of the text, which it borrows; those of a SplitText
// until it begins another.
class WordList {
 public:
  // The last `count` words of the text that end at or before `end`; the first `count` that begin at
  // or after `begin`.
  [[nodiscard]] static WordList Before(std::string_view text, uint32_t end, uint16_t count);
  [[nodiscard]] static WordList After(std::string_view text, uint32_t begin, uint16_t count);

  // Takes out the words that lie in one of the spans of `text`, which is the one given before: no
  // phrase stands across the gap.
  void Drop(std::string_view text, const std::vector<Span>& spans);

  [[nodiscard]] const Word* begin() const { return all() + first_; }
  [[nodiscard]] const Word* end() const { return all() + last_; }
  [[nodiscard]] size_t size() const { return last_ - first_; }

 private:
  friend class SplitText;
  [[nodiscard]] const Word* all() const { return borrowed_ != nullptr ? borrowed_ : words_.data(); }

  const Word* borrowed_ = nullptr;  // or words_
  std::array<Word, kMaxContextWords> words_;
  size_t first_ = 0;
  size_t last_ = 0;
};

// One text after the other, each split into words once, when they are first asked for: matches of a
// text stand among the same words. Memory of one worker.
class SplitText {
 public:
  SplitText() = default;
  explicit SplitText(std::string_view text) { Begin(text); }
  void Begin(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  // As WordList::Before and WordList::After.
  [[nodiscard]] WordList Before(uint32_t end, uint16_t count);
  [[nodiscard]] WordList After(uint32_t begin, uint16_t count);

 private:
  enum class State : uint8_t { kNew, kSplit, kTooLong };
  // Longer texts are not split whole for the sake of a few matches.
  static constexpr size_t kMaxBytes = 4096;

  // The first word that begins at or after `at`; nullopt if a word reaches over it, or the words
  // are not known.
  [[nodiscard]] std::optional<size_t> WordFrom(uint32_t at);
  [[nodiscard]] WordList Part(size_t first, size_t last) const;
  void Split();
  [[nodiscard]] size_t WordBytesFrom(size_t at) const;
  void AddWord(size_t begin, size_t size);
  [[nodiscard]] std::span<const Word> words() const { return {words_.data(), count_}; }

  std::string_view text_;
  State state_ = State::kNew;
  std::vector<Word> words_;  // the first of them are the text's; there is room for all it may have
  size_t count_ = 0;
};

// A phrase of the pattern files, which it borrows. Folded and lower case already.
class Phrase {
 public:
  explicit Phrase(std::string_view text);
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] size_t word_count() const { return word_count_; }
  // Hashes of its first two words (Word::hash); 0 for one that is not there.
  [[nodiscard]] uint64_t first_word() const { return first_word_; }
  [[nodiscard]] uint64_t second_word() const { return second_word_; }
  // Its words are the first of `words`, in any case.
  [[nodiscard]] bool Begins(std::span<const Word> words) const;
  // The same at the very place where a word of `text` begins: where it ends there.
  [[nodiscard]] std::optional<uint32_t> EndAt(std::string_view text, uint32_t begin) const;

 private:
  std::string_view text_;
  size_t word_count_ = 0;
  uint64_t first_word_ = 0;
  uint64_t second_word_ = 0;
};

// Many phrases looked for at once.
class PhraseSet {
 public:
  explicit PhraseSet(std::vector<std::string> phrases);
  PhraseSet(PhraseSet&&) noexcept = default;
  PhraseSet& operator=(PhraseSet&&) noexcept = default;
  ~PhraseSet() = default;
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

  // The first of the phrases that stands in the text, and where, if one does. One pass.
  struct Found {
    const Phrase* phrase = nullptr;
    Span span;
  };
  [[nodiscard]] std::optional<Found> FindIn(std::string_view text) const;

 private:
  std::vector<std::string> texts_;  // moved, not copied: phrases_ borrow them
  std::vector<Phrase> phrases_;
  WordIndex by_first_word_;  // of phrases_
};

}  // namespace gatepost
