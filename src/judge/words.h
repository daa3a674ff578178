#pragma once

// The words beside a match, and whether a phrase stands among them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "pattern/pattern.h"

namespace gatepost {

// Words are runs of letters, digits, _ and inner apostrophes; the signs $ # and the telephone, mail
// and house marks are words of one byte; everything else only separates. A run longer than this is
// several words, so that a megabyte without a space costs no more than one with them.
inline constexpr uint32_t kMaxWordBytes = 64;

// Up to kMaxContextWords words in the order of the text; borrows it.
class WordList {
 public:
  // The last `count` words of the text that end at or before `end`; the first `count` that begin at
  // or after `begin`.
  [[nodiscard]] static WordList Before(std::string_view text, uint32_t end, uint16_t count);
  [[nodiscard]] static WordList After(std::string_view text, uint32_t begin, uint16_t count);

  // Takes out the words that lie in one of the spans of `text`, which is the one given before: no
  // phrase stands across the gap.
  void Drop(std::string_view text, const std::vector<Span>& spans);

  [[nodiscard]] const std::string_view* begin() const { return words_.data() + first_; }
  [[nodiscard]] const std::string_view* end() const { return words_.data() + last_; }
  [[nodiscard]] size_t size() const { return last_ - first_; }

 private:
  std::array<std::string_view, kMaxContextWords> words_;
  size_t first_ = 0;
  size_t last_ = 0;
};

// A phrase of the pattern files, split into its words once. Folded and lower case already.
class Phrase {
 public:
  explicit Phrase(std::string text);
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string_view first_word() const;
  // Its words stand in `words` one after the other from the word at `first` on, in any case.
  [[nodiscard]] bool StandsIn(const WordList& words, const std::string_view* first) const;
  // The same at the very place where a word of `text` begins: where it ends there.
  [[nodiscard]] std::optional<uint32_t> EndAt(std::string_view text, uint32_t begin) const;

 private:
  std::string text_;
  std::vector<Span> words_;  // of text_
};

// Many phrases looked for at once, in their order.
class PhraseSet {
 public:
  explicit PhraseSet(const std::vector<std::string>& phrases);
  [[nodiscard]] bool empty() const { return by_first_word_.empty(); }

  // The first of the phrases that stands in the text, and where, if one does. One pass.
  struct Found {
    const Phrase* phrase = nullptr;
    Span span;
  };
  [[nodiscard]] std::optional<Found> FindIn(std::string_view text) const;

  // Of the phrases that stand in one of the lists, the first in the order given; nullptr if none
  // does.
  [[nodiscard]] const Phrase* FirstIn(const WordList& before, const WordList& after) const;

 private:
  struct Numbered {
    size_t number;  // in the order given
    Phrase phrase;
  };
  using ByWord = std::unordered_map<std::string, std::vector<Numbered>>;

  // Those that begin with the word, in any case; nullptr if none does. `lower` is only memory.
  [[nodiscard]] const std::vector<Numbered>* Beginning(std::string_view word,
                                                       std::string& lower) const;
  [[nodiscard]] const Numbered* FirstIn(const WordList& words) const;

  ByWord by_first_word_;
};

}  // namespace gatepost
