#pragma once

// All phrases around a match that weights may name (pattern/evidence_rules.h, Weight).

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/post.h"
#include "base/span.h"
#include "judge/words.h"

namespace gatepost {

// The word that stands for the value.
inline constexpr std::string_view kValuePhrase = "*";

// The words that stand for kinds of posts, by PostKind.
inline constexpr std::array<std::string_view, 4> kKindPhrases = {"<own>", "<reply>", "<repost>",
                                                                 "<inbound>"};

// Another match beside the one looked at, and what stands for its words: "<uk.phone>".
struct NamedSpan {
  Span span;
  Word name;
};

// Which weights a phrase is looked up in: those of all posts, those behind the word that stands for
// the kind of the post, or both.
enum class ToldOf : uint8_t { kAllPosts, kItsKind, kBoth };

// What a match stands among.
struct Surroundings {
  SplitText& words;  // of the text
  Span match;
  std::span<const NamedSpan> others;  // sorted by their begins; do not overlap the match
  PostKind kind;
};

// Borrows the text and the names.
class PhrasesAround {
 public:
  // Of up to `within_words` words before the match and as many behind it.
  PhrasesAround(const Surroundings& where, uint16_t within_words);

  // Calls `use(phrase, told_of)` with each phrase as a span of words, some more than once.
  template <class Use>
  void ForEach(Use use) const {
    const std::span<const Word> all(words_);
    Used used;
    // Single words, and what reaches up to the value, are told of both.
    const auto use_for_both = [&use](std::span<const Word> phrase) { use(phrase, ToldOf::kBoth); };
    for (size_t i = 0; i < all.size(); ++i) {
      const bool is_word = i != value_ && i != edge_before_ && i != edge_after_;
      if (is_word && used.IsNew(all.subspan(i, 1))) use_for_both(all.subspan(i, 1));
      const bool are_two = i + 1 < all.size() && i != value_ && i + 1 != value_;
      if (are_two && used.IsNew(all.subspan(i, 2))) use(all.subspan(i, 2), ToldOf::kAllPosts);
    }
    use(std::span<const Word>(), ToldOf::kItsKind);
    for (const Word& sign : signs_) use(std::span(&sign, 1), ToldOf::kAllPosts);
    for (size_t before = 0; before <= std::min<size_t>(value_, 3); ++before) {
      use_for_both(all.subspan(value_ - before, before + 1));
    }
    for (size_t after = 1; after <= std::min<size_t>(all.size() - value_ - 1, 2); ++after) {
      use_for_both(all.subspan(value_, after + 1));
    }
    const Word& value = all[value_];
    if (sign_before_) {
      use_for_both(std::array{*sign_before_, value});
      if (value_ > 0) use_for_both(std::array{all[value_ - 1], *sign_before_, value});
    }
    if (sign_after_) {
      use_for_both(std::array{value, *sign_after_});
      if (value_ + 1 < all.size()) use_for_both(std::array{value, *sign_after_, all[value_ + 1]});
    }
  }

  [[nodiscard]] PostKind kind() const { return kind_; }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  // Words that stand for others are the same object of text wherever they stand, and a text may be
  // full of them: a word or two that were used before are known by where their texts are.
  class Used {
   public:
    // False if this phrase was the last that had its place; of one word or two.
    bool IsNew(std::span<const Word> phrase) {
      const bool has_two = phrase.size() > 1;
      const uint64_t mixed = phrase.front().hash() + (has_two ? 3 * phrase.back().hash() : 0);
      Texts& texts = texts_[mixed >> 32 & (texts_.size() - 1)];
      const Texts now = {phrase.front().text().data(),
                         has_two ? phrase.back().text().data() : nullptr};
      return std::exchange(texts, now) != now;
    }

   private:
    using Texts = std::pair<const char*, const char*>;
    std::array<Texts, 64> texts_{};
  };

  void Add(const WordList& words, const Surroundings& where);
  void AddSigns(const WordList& before, const WordList& after, const Surroundings& where);

  PostKind kind_;
  std::vector<Word> words_;  // in the order of the text, with the value and the edges of the text
  size_t value_ = 0;         // its place in words_
  size_t edge_before_ = kNone;
  size_t edge_after_ = kNone;
  std::optional<Word>
      sign_before_;  // a sign or line break between the value and the word before it
  std::optional<Word> sign_after_;
  std::vector<Word> signs_;  // of the text: ? and !
};

// As weights would name them, in lower case, each once.
[[nodiscard]] std::vector<std::string> AllOf(const PhrasesAround& phrases);

}  // namespace gatepost
