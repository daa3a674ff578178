#include "judge/phrases_around.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"

namespace gatepost {
namespace {

const Word& ValueWord() {
  static const Word kWord(kValuePhrase);
  return kWord;
}
const Word& EdgeWord() {
  static const Word kWord("^");
  return kWord;
}

// The high bit of each byte that is no digit; bytes are 7-bit.
constexpr uint64_t kHighBits = 0x8080808080808080;
uint64_t NoDigitsIn(uint64_t bytes) {
  constexpr uint64_t kZeros = 0x3030303030303030;
  constexpr uint64_t kOverTen = 0x7676767676767676;  // 0x80 less ten
  return ((bytes ^ kZeros) + kOverTen) & kHighBits;
}

template <class Bytes>
uint64_t Load(const char* from) {
  Bytes bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

// What words stand for that say no more than what they are.
class NamedWords {
 public:
  // Which number it is says nothing; that it is one does. Signs that a list cannot hold have names.
  [[nodiscard]] const Word& Of(const Word& word) const {
    const std::string_view text = word.text();
    if (text.size() == 1) {
      if (text == "#") return tag_;
      if (text.front() < ' ') return sign_;
    }
    // Each of its bytes is looked at once or twice.
    const char* const from = text.data();
    const size_t size = text.size();
    if (size >= 8) {
      uint64_t any = NoDigitsIn(Load<uint64_t>(from + size - 8));
      uint64_t all = any;
      for (size_t at = 0; at + 8 < size; at += 8) {
        const uint64_t no_digits = NoDigitsIn(Load<uint64_t>(from + at));
        any |= no_digits;
        all &= no_digits;
      }
      return Choose(word, all != kHighBits, any != 0);
    }
    if (size >= 4) {
      const uint64_t bytes = Load<uint32_t>(from) | Load<uint32_t>(from + size - 4) << 32;
      return Choose(word, NoDigitsIn(bytes) != kHighBits, NoDigitsIn(bytes) != 0);
    }
    const auto digits = static_cast<size_t>(std::count_if(text.begin(), text.end(), IsDigit));
    return Choose(word, digits != 0, digits != size);
  }

 private:
  [[nodiscard]] const Word& Choose(const Word& word, bool has_digits, bool has_others) const {
    if (!has_digits) return word;
    return has_others ? mixed_ : number_;
  }

  Word number_{"0"};
  Word mixed_{"0a"};
  Word tag_{"<tag>"};
  Word sign_{"<sign>"};
};

const NamedWords& Names() {
  static const NamedWords kNames;
  return kNames;
}

// The sign that `c` is, if one that weights may name.
std::optional<Word> SignOf(char c, std::string_view at) {
  static const Word kLine("<line>");
  if (c == '\n') return kLine;
  constexpr std::string_view kSigns = ",.:;!?()[]\"'-/&";
  if (kSigns.find(c) == std::string_view::npos) return std::nullopt;
  return Word(at);
}

std::optional<Word> SignBefore(std::string_view text, uint32_t end) {
  const size_t at = text.substr(0, end).find_last_not_of(' ');
  if (at == std::string_view::npos) return std::nullopt;
  return SignOf(text[at], text.substr(at, 1));
}

std::optional<Word> SignAfter(std::string_view text, uint32_t begin) {
  const size_t at = text.find_first_not_of(' ', begin);
  if (at == std::string_view::npos) return std::nullopt;
  return SignOf(text[at], text.substr(at, 1));
}

// Tells of places that ascend the first of `others`, which are sorted by their begins, that holds
// it.
class Holder {
 public:
  explicit Holder(std::span<const NamedSpan> others) : ahead_(others) {}

  const NamedSpan* Holding(uint32_t at) {
    while (!ahead_.empty() && ahead_.front().span.end <= at) ahead_ = ahead_.subspan(1);
    for (const NamedSpan& other : ahead_) {
      if (other.span.begin > at) return nullptr;
      if (at < other.span.end) return &other;
    }
    return nullptr;
  }

 private:
  std::span<const NamedSpan> ahead_;  // those that may hold a place from here on
};

}  // namespace

PhrasesAround::PhrasesAround(const Surroundings& where, uint16_t within_words) : kind_(where.kind) {
  const auto before = where.words.Before(where.match.begin, within_words);
  const auto after = where.words.After(where.match.end, within_words);
  words_.reserve(before.size() + after.size() + 3);
  if (before.size() < within_words) {
    edge_before_ = 0;
    words_.push_back(EdgeWord());
  }
  Add(before, where);
  value_ = words_.size();
  words_.push_back(ValueWord());
  Add(after, where);
  if (after.size() < within_words) {
    edge_after_ = words_.size();
    words_.push_back(EdgeWord());
  }
  sign_before_ = SignBefore(where.words.text(), where.match.begin);
  sign_after_ = SignAfter(where.words.text(), where.match.end);
  AddSigns(before, after, where);
}

void PhrasesAround::Add(const WordList& words, const Surroundings& where) {
  const NamedWords& names = Names();
  const char* const text = where.words.text().data();
  Holder holder(where.others);
  const NamedSpan* last = nullptr;
  for (const Word& word : words) {
    const NamedSpan* const other = holder.Holding(static_cast<uint32_t>(word.text().data() - text));
    if (other == nullptr) words_.push_back(names.Of(word));
    if (other != nullptr && other != last) words_.push_back(other->name);
    last = other;
  }
}

void PhrasesAround::AddSigns(const WordList& before, const WordList& after,
                             const Surroundings& where) {
  const auto place = [&where](const Word& word) {
    return static_cast<size_t>(word.text().data() - where.words.text().data());
  };
  const size_t begin = before.size() > 0 ? place(*before.begin()) : where.match.begin;
  size_t end = where.match.end;
  if (after.size() > 0) end = place(*(after.end() - 1)) + (after.end() - 1)->text().size();
  // A question's mark stands behind its last word.
  const std::string_view near = where.words.text().substr(begin, end + 1 - begin);
  for (const std::string_view sign : {"?", "!"}) {
    if (near.find(sign) != std::string_view::npos) signs_.emplace_back(sign);
  }
}

std::vector<std::string> AllOf(const PhrasesAround& phrases) {
  std::set<std::string> all;
  const std::string_view kind = kKindPhrases[static_cast<size_t>(phrases.kind())];
  const auto add = [&all](std::string phrase, std::span<const Word> words) {
    for (const Word& word : words) {
      if (!phrase.empty()) phrase += ' ';
      phrase += InLowerCase(word.text());
    }
    all.insert(std::move(phrase));
  };
  phrases.ForEach([&](std::span<const Word> words, ToldOf told_of) {
    if (told_of != ToldOf::kItsKind) add({}, words);
    if (told_of != ToldOf::kAllPosts) add(std::string(kind), words);
  });
  return {all.begin(), all.end()};
}

}  // namespace gatepost
