#include "text/look_alikes.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "text/second_look_bytes.h"

namespace gatepost {
namespace {

constexpr uint32_t kMostBetween = 3;        // bytes between two groups of a number
constexpr uint32_t kShortestReference = 8;  // of letters and digits
constexpr uint32_t kShortestNumber = 6;
constexpr uint32_t kFewestDigits = 3;
constexpr uint32_t kShortestWord = 3;    // within a reference
constexpr uint32_t kLongestWord = 4;     // as the banks of IBANs
constexpr uint32_t kMostOwnLetters = 2;  // at either end of a reference: AB123456C, AB123456789GB

// The digit that a letter looks like, or 0 if it looks like none.
constexpr char DigitLike(char c) {
  switch (c) {
    case 'O':
    case 'o':
    case 'Q':
      return '0';
    case 'I':
    case 'i':
    case 'l':
      return '1';
    case 'Z':
    case 'z':
      return '2';
    case 'S':
    case 's':
      return '5';
    case 'G':
    case 'b':
      return '6';
    case 'B':
      return '8';
    case 'g':
    case 'q':
      return '9';
    default:
      return '\0';
  }
}
// The filter and the cues look for the same letters.
constexpr bool AreTheLetters(std::string_view letters) {
  for (char c = '\0'; c < '\x7F'; ++c) {
    const bool is_listed = letters.find(c) != std::string_view::npos;
    if (is_listed != (DigitLike(c) != '\0')) return false;
  }
  return true;
}
static_assert(AreTheLetters(kLettersLikeDigits));

// Those that people type without knowing; the others are also the letter that a reference begins or
// ends with.
bool IsEasilyMixedUp(char c) { return c == 'O' || c == 'o' || c == 'I' || c == 'l'; }

bool IsOwnLetter(char c) { return IsLetter(c) && !IsEasilyMixedUp(c); }

bool IsDigitOrLike(char c) { return IsDigit(c) || DigitLike(c) != '\0'; }

bool IsBetween(char c) {
  constexpr std::string_view kBetween = " .-/()+_";
  return kBetween.find(c) != std::string_view::npos;
}

// Letters and digits without anything between them.
struct Group {
  Span place;
  uint32_t digits = 0;
  bool is_number = true;  // digits and letters like digits alone
};

class LetterReader {
 public:
  explicit LetterReader(std::string_view text) : text_(text), rewriting_(text) {}

  Derivation Read() {
    for (uint32_t at = 0; at < text_.size();) {
      if (!IsAlphanumeric(text_[at])) {
        ++at;
        continue;
      }
      const Group group = GroupFrom(at);
      Take(group);
      at = group.place.end;
    }
    EndNumber();
    return rewriting_.Finish();
  }

 private:
  [[nodiscard]] Group GroupFrom(uint32_t begin) const {
    Group group{{begin, begin}};
    for (uint32_t& end = group.place.end; end < text_.size() && IsAlphanumeric(text_[end]); ++end) {
      if (IsDigit(text_[end])) ++group.digits;
      group.is_number &= IsDigitOrLike(text_[end]);
    }
    return group;
  }

  void Take(const Group& group) {
    if (!number_.empty() && !FollowsNumber(group)) EndNumber();
    const bool may_stand = group.digits > 0 || IsNoughts(group) ||
                           (IsHardlyAWord(group) && (!number_.empty() || HyphenFollows(group)));
    if (group.is_number && may_stand) return number_.push_back(group);
    EndNumber();
    const bool is_reference =
        group.place.size() >= kShortestReference && group.digits >= kFewestDigits;
    if (is_reference) RewriteReference(group.place);
  }

  [[nodiscard]] bool FollowsNumber(const Group& group) const {
    const Span between{number_.back().place.end, group.place.begin};
    if (between.size() > kMostBetween) return false;
    const std::string_view bytes = Cut(text_, between);
    return std::all_of(bytes.begin(), bytes.end(), IsBetween);
  }

  // "OO", "oooo"
  [[nodiscard]] bool IsNoughts(const Group& group) const {
    const std::string_view bytes = Cut(text_, group.place);
    return bytes.size() > 1 && bytes.find_first_not_of("Oo") == std::string_view::npos;
  }

  // "lI", "IS", "oB": a pair of letters that is no word of a sentence.
  [[nodiscard]] bool IsHardlyAWord(const Group& group) const {
    const std::string_view bytes = Cut(text_, group.place);
    const bool is_lower = bytes == InLowerCase(bytes);
    return bytes.size() <= 2 && (!is_lower || std::ranges::all_of(bytes, IsEasilyMixedUp));
  }

  // "IO-79-99"
  [[nodiscard]] bool HyphenFollows(const Group& group) const {
    const uint32_t end = group.place.end;
    return end + 1 < text_.size() && text_[end] == '-' && IsDigit(text_[end + 1]);
  }

  void EndNumber() {
    while (!number_.empty() && number_.back().digits == 0 && !IsNoughts(number_.back())) {
      number_.pop_back();
    }
    uint32_t digits = 0;
    uint32_t size = 0;
    for (const Group& group : number_) {
      digits += group.digits;
      size += group.place.size();
    }
    const bool is_number = digits >= kFewestDigits && size >= kShortestNumber;
    for (const Group& group : number_) {
      if (is_number && !IsReferenceOnly(size - digits)) {
        Rewrite(group.place);
      } else if (BeginsReference(group)) {
        Rewrite({group.place.begin + kMostOwnLetters, group.place.end});
      }
    }
    number_.clear();
  }

  // "GBO5", of an IBAN.
  [[nodiscard]] bool BeginsReference(const Group& group) const {
    const std::string_view bytes = Cut(text_, group.place);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return bytes.size() == 4 && group.digits > 0 && is_capital(bytes[0]) && is_capital(bytes[1]);
  }

  // The only letters of the number are such that references begin or end with: "753983054G".
  [[nodiscard]] bool IsReferenceOnly(uint32_t letters) const {
    uint32_t at_ends = 0;
    if (IsOwnLetter(text_[number_.front().place.begin])) ++at_ends;
    if (IsOwnLetter(text_[number_.back().place.end - 1])) ++at_ends;
    return at_ends == letters;
  }

  // The first two letters are the reference's own, and so are words within it ("DEMO") and its
  // last letters; other letters that look like digits are digits.
  void RewriteReference(Span place) {
    uint32_t at = place.begin;
    while (at - place.begin < kMostOwnLetters && IsLetter(text_[at])) ++at;
    for (const uint32_t end = EndOfDigits(place); at < end; ++at) {
      const uint32_t letters = at;
      while (at < end && IsLetter(text_[at])) ++at;
      if (at - letters < kShortestWord) Rewrite({letters, at});
      if (at - letters > kLongestWord) Rewrite({letters + kLongestWord, at});
    }
  }

  // Where the last letters of a reference begin: those that look like no digit, else up to two that
  // nobody mixes up.
  [[nodiscard]] uint32_t EndOfDigits(Span place) const {
    uint32_t end = place.end;
    while (IsLetter(text_[end - 1]) && DigitLike(text_[end - 1]) == '\0') --end;
    if (end < place.end) return end;
    while (place.end - end < kMostOwnLetters && IsOwnLetter(text_[end - 1])) --end;
    return end;
  }

  void Rewrite(Span place) {
    for (uint32_t at = place.begin; at < place.end; ++at) {
      const char digit = DigitLike(text_[at]);
      if (digit != '\0') rewriting_.Replace({at, at + 1}, {&digit, 1}, Way::kLookAlikes);
    }
  }

  std::string_view text_;
  Rewriting rewriting_;
  std::vector<Group> number_;  // groups of a number so far
};

}  // namespace

Derivation WithDigitsForLetters(std::string_view text) { return LetterReader(text).Read(); }

}  // namespace gatepost
