// One walk over the groups of letters and digits, of texts that the filter has let through.
// Whatever is a cue here, the filter lets through: both are changed together.

#include "text/second_look_cues.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"
#include "text/number_words.h"
#include "text/second_look_bytes.h"
#include "text/second_look_filter.h"

namespace gatepost {
namespace {

enum : uint16_t {
  kDigitClass = 0x1,
  kLetterClass = 0x2,
  kLikeClass = 0x4,    // a letter that looks like a digit
  kEncodeClass = 0x8,  // an encoding may begin
  kOddClass = 0x10,    // a sign that no pattern expects between groups
  kListClass = 0x20,   // one that lists and sums have between digits, too
  kOpenClass = 0x40,   // a bracket
  kAtClass = 0x80,
  kLineClass = 0x100,
  kLowerClass = 0x200,
};
constexpr uint16_t kGroupClass = kDigitClass | kLetterClass;

constexpr std::array<uint16_t, 256> ByteClasses() {
  std::array<uint16_t, 256> classes{};
  const auto add = [&classes](std::string_view bytes, uint16_t its) {
    for (const char c : bytes) {
      uint16_t& all = classes[static_cast<uint8_t>(c)];
      all = static_cast<uint16_t>(all | its);
    }
  };
  for (size_t c = 0; c < 0x80; ++c) {
    if (IsDigit(static_cast<char>(c))) classes[c] = kDigitClass;
    if (IsLetter(static_cast<char>(c))) classes[c] = kLetterClass;
    if (c >= 'a' && c <= 'z') classes[c] = kLetterClass | kLowerClass;
  }
  add(kLettersLikeDigits, kLikeClass);
  add(kEncodingSigns, kEncodeClass);
  add(kOddSigns, kOddClass);
  add(kListSigns, kListClass);
  add("\n", kLineClass);
  add(kOpeningSigns, kOpenClass);
  add("@", kAtClass);
  return classes;
}
constexpr std::array<uint16_t, 256> kByteClasses = ByteClasses();

constexpr uint32_t kFewestApart = 6;
constexpr uint32_t kMostBetween = 6;
constexpr uint32_t kMostBetweenWords = 4;

uint16_t ClassAt(std::string_view text, size_t at) {
  return at < text.size() ? kByteClasses[static_cast<uint8_t>(text[at])] : uint16_t{0};
}

class CueWalk {
 public:
  explicit CueWalk(std::string_view text) : text_(text) {}

  SecondLookCues Run() {
    size_t at = 0;
    while (at < text_.size()) {
      at = SkipGap(at);
      if (at == text_.size()) break;
      const size_t begin = at;
      uint16_t classes = 0;
      for (; at < text_.size(); ++at) {
        const uint16_t its = ClassAt(text_, at);
        if ((its & kGroupClass) == 0) break;
        classes = static_cast<uint16_t>(classes | its);
      }
      const bool is_mixed = (classes & kDigitClass) != 0 && (classes & kLikeClass) != 0;
      if (is_mixed) TakeMixed(begin, at);
      TakeGroup({begin, at, classes});
    }
    return cues_;
  }

 private:
  struct Group {
    size_t begin = 0;
    size_t end = 0;
    uint16_t classes = 0;
  };

  struct Word {
    size_t place = 0;  // its begin and 1; 0: there is none
    bool is_distinctive = false;
  };

  // What stands in a row that may be a number told in words.
  struct NumberRun {
    bool is_empty = true;
    bool has_pair = false;        // two distinctive words stand close to each other in it
    bool has_digits = false;      // digits stand in it, too
    uint32_t certain_words = 0;   // number words that are nothing else
    uint32_t noughts = 0;         // told by the letter o
    std::array<Word, 3> words{};  // the latest of them, the last first
    size_t filler = 0;            // where a filler behind digits begins, or 0
  };

  // A letter that looks like a digit beside one.
  void TakeMixed(size_t begin, size_t end) {
    for (size_t at = begin + 1; at < end; ++at) {
      const uint16_t both = ClassAt(text_, at - 1) | ClassAt(text_, at);
      cues_.look_alikes |= (both & kDigitClass) != 0 && (both & kLikeClass) != 0;
    }
  }

  // Over what is no group, remembering what stands there.
  size_t SkipGap(size_t at) {
    gap_ = 0;
    is_ellipsis_ = false;
    if (at < text_.size() && text_[at] == ' ' && (ClassAt(text_, at + 1) & kGroupClass) != 0) {
      return at + 1;  // what stands between nearly all words
    }
    size_t dots = 0;
    for (; at < text_.size(); ++at) {
      const uint16_t its = ClassAt(text_, at);
      if ((its & kGroupClass) != 0) break;
      gap_ = static_cast<uint16_t>(gap_ | its);
      if (text_[at] == '.') ++dots;
      if (its == 0) continue;
      if ((its & kEncodeClass) != 0) TakeEncoding(at);
      if ((its & kOpenClass) != 0) TakeBracket(at);
      if ((its & kAtClass) != 0) {
        cues_.sign_words |= at + 1 < text_.size() && text_[at + 1] == ' ';
        cues_.joins |= at + 1 < text_.size() && text_[at + 1] == '\n';
      }
    }
    is_ellipsis_ = dots == 3;
    return at;
  }

  void TakeEncoding(size_t at) {
    const uint16_t next = ClassAt(text_, at + 1);
    const char sign = at + 1 < text_.size() ? text_[at + 1] : '\0';
    cues_.encoded |= (next & kGroupClass) != 0 || (sign == '#' && text_[at] == '&') ||
                     (sign == '\n' && text_[at] == '=');
  }

  // "(at)", "[dot]", "{@}", and the same with spaces.
  void TakeBracket(size_t at) {
    const size_t begin = SkipSpaces(at + 1);
    if (begin == text_.size()) return;
    const bool is_sign = text_[begin] == '@' || text_[begin] == '.';
    size_t end = begin;
    while (end < text_.size() && IsLetter(text_[end])) ++end;
    cues_.sign_words |= is_sign || (IsSignWord(text_.substr(begin, end - begin)) && IsClosing(end));
  }

  [[nodiscard]] size_t SkipSpaces(size_t at) const {
    const size_t begin = at;
    while (at < text_.size() && at - begin < kMostSpaces && text_[at] == ' ') ++at;
    return at;
  }

  static bool IsSignWord(std::string_view word) {
    return EqualsLower(word, "a") || EqualsLower(word, "at") || EqualsLower(word, "dot") ||
           EqualsLower(word, "dash");
  }

  // A closing bracket stands there, behind spaces perhaps.
  [[nodiscard]] bool IsClosing(size_t at) const {
    const size_t next = SkipSpaces(at);
    return next < text_.size() && kClosingSigns.find(text_[next]) != std::string_view::npos;
  }

  void TakeGroup(const Group& group) {
    const size_t between = group.begin - previous_.end;
    const bool is_near = has_previous_ && between <= kMostBetween;
    TakeApart(group, is_near);
    cues_.joins |= is_near && IsJoint(group);
    TakeWord(group, has_previous_ && between <= kMostBetweenWords);
    cues_.digit_words |= IsMoreThanPair();
    previous_ = group;
    has_previous_ = true;
  }

  // A number or a reference may go on over the gap: from digit to digit, or between one and a
  // capital.
  [[nodiscard]] bool IsJoint(const Group& group) {
    const char before = text_[previous_.end - 1];
    const char after = text_[group.begin];
    if (!IsDigit(before) && !IsDigit(after)) return false;
    const size_t size_before = previous_.end - previous_.begin;
    const bool is_pair = size_before == 2 && (ClassAt(text_, previous_.end - 1) & kLikeClass) != 0;
    const bool is_hyphen = group.begin - previous_.end == 1 && text_[previous_.end] == '-';
    cues_.look_alikes |= is_pair && is_hyphen && IsDigit(after);
    if (IsDigit(before) && IsDigit(after)) {
      const bool is_long = IsLongNumber(previous_) || IsLongNumber(group);
      if (IsThousands(group)) return false;
      return is_ellipsis_ || (gap_ & kOddClass) != 0 || (is_long && (gap_ & kListClass) != 0);
    }
    const auto are_capitals = [](const Group& its) { return (its.classes & kLowerClass) == 0; };
    const bool is_reference = (IsDigit(before) && IsLetter(after) && are_capitals(group)) ||
                              (IsLetter(before) && are_capitals(previous_) && IsDigit(after));
    return is_reference && (gap_ & kOddClass) != 0;
  }

  // "12,500": no number in parts.
  [[nodiscard]] bool IsThousands(const Group& group) const {
    return group.begin - previous_.end == 1 && text_[previous_.end] == ',' &&
           previous_.end - previous_.begin <= 3 && group.end - group.begin == 3;
  }

  static bool IsLongNumber(const Group& group) {
    return (group.classes & kLetterClass) == 0 && group.end - group.begin >= 3;
  }

  void TakeApart(const Group& group, bool is_near) {
    if (group.end - group.begin != 1) {
      apart_ = 0;
      return;
    }
    apart_ = is_near ? apart_ + 1 : 1;
    cues_.joins |= apart_ >= kFewestApart;
  }

  // Elements of a number told in words, and fillers between digits.
  void TakeWord(const Group& group, bool is_near) {
    const size_t size = group.end - group.begin;
    if (!is_near) Forget();
    const bool is_number = (group.classes & kLetterClass) == 0;
    if (is_number) TakeDigits(group);
    if (is_number || size == 1) {  // digits, or a letter of a reference
      if (text_[group.begin] == 'o') {
        run_.is_empty = false;
        ++run_.noughts;
      }
      run_.filler = 0;
      return;
    }
    const std::string_view word = text_.substr(group.begin, size);
    cues_.sign_words |= EqualsLower(word, "dot");
    const auto found = FindNumberWord(word);
    if (!found) return size >= kShortestRunTogether ? TakeRunTogether(word) : Forget();
    if (found->kind == NumberWord::Kind::kFiller) {
      const bool joins = found->word == "then" || found->word == "um" || found->word == "dash" ||
                         found->word == "wedyn";
      const bool is_behind_digits = last_digits_ != 0 && group.begin - last_digits_ < 6;
      if (joins && is_behind_digits) {
        run_.filler = group.begin;
        run_.is_empty = false;
      }
      return;
    }
    run_.is_empty = false;
    run_.filler = 0;
    if (found->kind != NumberWord::Kind::kWeak) ++run_.certain_words;
    const bool is_ordinary = IsOrdinaryNumberWord(word);
    const char third = group.begin + 2 < text_.size() ? text_[group.begin + 2] : '\0';
    const bool is_distinctive = NumberWordBuckets(word[0], word[1], third) != 0;
    if (!is_ordinary && !is_distinctive) return;
    auto& [latest, second, third_latest] = run_.words;
    third_latest = second;
    second = latest;
    latest = {group.begin + 1, is_distinctive};
    const auto is_close = [&group](const Word& earlier) {
      return earlier.place != 0 && group.begin + 1 - earlier.place <= kMostBetweenDistinctive;
    };
    cues_.digit_words |= is_close(third_latest);
    run_.has_pair |= is_close(second) && is_distinctive && second.is_distinctive;
  }

  void TakeDigits(const Group& group) {
    last_digits_ = group.end;
    run_.is_empty = false;
    run_.has_digits = true;
    cues_.joins |= run_.filler != 0 && group.begin - run_.filler <= kMostAroundFiller;
  }

  // Two words alone are no number: "nine to five". They tell four digits at most, and nine are
  // wanted.
  [[nodiscard]] bool IsMoreThanPair() const {
    return run_.has_pair && (run_.has_digits || run_.certain_words > 2 || run_.noughts > 4);
  }

  void Forget() {
    if (run_.is_empty) return;  // as after nearly every word
    run_ = {};
  }

  // "sevensevenfour"
  void TakeRunTogether(std::string_view word) {
    const bool may_go_on = NumberWordAtBegin(word).has_value();
    cues_.digit_words |= run_.has_pair && may_go_on;
    Forget();
    if (may_go_on) {
      run_.is_empty = false;
      run_.certain_words = kFewestRunTogether;
    }
    size_t hits = 0;
    for (size_t i = 0; i + 2 < word.size() && i < kMostOfRunTogether; ++i) {
      if (NumberWordBuckets(word[i], word[i + 1], word[i + 2]) != 0) ++hits;
    }
    cues_.digit_words |= hits >= 3;
  }

  static constexpr size_t kShortestRunTogether = 9;
  static constexpr uint32_t kFewestRunTogether = 3;      // number words
  static constexpr size_t kMostOfRunTogether = 20;       // bytes that are looked at
  static constexpr size_t kMostBetweenDistinctive = 20;  // from begin to begin
  static constexpr size_t kMostAroundFiller = 13;

  std::string_view text_;
  SecondLookCues cues_;
  Group previous_;
  bool has_previous_ = false;
  uint16_t gap_ = 0;          // classes between the previous group and this one
  bool is_ellipsis_ = false;  // three dots stand there
  uint32_t apart_ = 0;        // single characters up to this one
  NumberRun run_;
  size_t last_digits_ = 0;  // where the last group of digits ends, or 0
};

}  // namespace

SecondLookCues CuesIn(std::string_view text) { return CueWalk(text).Run(); }

}  // namespace gatepost
