// Every @, in whatever form, is a place to look from: to the right for the labels of a host, to the
// left for the parts of a mailbox.

#include "text/spelled_mailbox.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "text/second_look_bytes.h"

namespace gatepost {
namespace {

// Parts on either side of the @: no address of a person has more, and each place costs no more than
// so many.
constexpr size_t kMostParts = 8;
constexpr uint32_t kLongestPart = 64;

// What "at" follows in a sentence about a place or a page, so that no mailbox is meant.
constexpr auto kBeforeAPlace = std::to_array<std::string_view>({
    "a",        "all",     "and",     "are",         "at",      "available", "back",   "be",
    "book",     "booking", "but",     "buy",         "call",    "check",     "click",  "co",
    "contact",  "day",     "details", "download",    "draw",    "email",     "mail",   "address",
    "event",    "events",  "find",    "for",         "form",    "forms",     "free",   "from",
    "go",       "he",      "held",    "help",        "her",     "here",      "him",    "home",
    "i",        "in",      "info",    "information", "is",      "it",        "join",   "live",
    "look",     "map",     "me",      "meet",        "meeting", "more",      "news",   "night",
    "now",      "on",      "online",  "only",        "open",    "or",        "order",  "out",
    "page",     "pm",      "post",    "register",    "report",  "see",       "she",    "shop",
    "sign",     "site",    "sold",    "start",       "starts",  "stop",      "survey", "that",
    "the",      "them",    "they",    "things",      "this",    "tickets",   "time",   "today",
    "tomorrow", "tonight", "up",      "us",          "visit",   "was",       "we",     "web",
    "website",  "were",    "what",    "work",        "works",   "you",
});

// Top-level domains that people say in words. A sentence that has "at", then "dot", ends
// in none of them.
constexpr auto kSaidDomains = std::to_array<std::string_view>({
    "app",    "biz", "co",   "com",  "cymru",   "edu", "email",  "eu",    "example",
    "fr",     "gov", "ie",   "info", "invalid", "io",  "london", "net",   "nhs",
    "online", "org", "scot", "test", "tv",      "uk",  "us",     "wales",
});

bool IsPartByte(char c) {
  return IsAlphanumeric(c) || c == '_' || c == '%' || c == '+' || c == '-';
}

// A sign between two parts, spaces included.
struct Sign {
  Span place;
  char sign = '.';
  bool is_told = false;    // in a word: "dot"; else it is the sign itself
  bool is_marked = false;  // it stands in brackets: "(at)", "[dot]"
  bool is_apart = false;   // spaces stand before it
};

struct NamedSign {
  std::string_view word;
  char sign;
};
constexpr auto kNamedSigns = std::to_array<NamedSign>({
    {"at", '@'},
    {"dot", '.'},
    {"dash", '-'},
    {"hyphen", '-'},
    {"cysylltnod", '-'},
    {"underscore", '_'},
    {"plus", '+'},
    {"a", '@'},
});

bool IsOpening(char c) { return kOpeningSigns.find(c) != std::string_view::npos; }
bool IsClosing(char c) { return kClosingSigns.find(c) != std::string_view::npos; }
bool IsRim(char c) { return c == '_' || c == '-' || c == '|' || c == '/' || c == '\\' || c == '~'; }

class MailboxSpeller {
 public:
  explicit MailboxSpeller(std::string_view text) : text_(text), rewriting_(text) {}

  Derivation Spell() {
    while (at_ < text_.size()) {
      const auto sign = NextAt();
      if (!sign) break;
      at_ = sign->place.end;
      Look(*sign);
    }
    return rewriting_.Finish();
  }

 private:
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  [[nodiscard]] char ByteAt(uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  [[nodiscard]] uint32_t SkipSpaces(uint32_t at) const {
    uint32_t end = at;
    while (end < size() && end - at < kMostSpaces && text_[end] == ' ') ++end;
    return end;
  }
  [[nodiscard]] uint32_t SkipSpacesBack(uint32_t at) const {
    uint32_t begin = at;
    while (begin > 0 && at - begin < kMostSpaces && text_[begin - 1] == ' ') --begin;
    return begin;
  }

  [[nodiscard]] Span WordFrom(uint32_t at) const {
    uint32_t end = at;
    while (end < size() && end - at <= kLongestPart && IsLetter(text_[end])) ++end;
    return {at, end};
  }
  [[nodiscard]] Span WordTo(uint32_t end) const {
    uint32_t begin = end;
    while (begin > 0 && end - begin <= kLongestPart && IsLetter(text_[begin - 1])) --begin;
    return {begin, end};
  }

  [[nodiscard]] std::optional<char> SignOf(Span word, bool is_bracketed) const {
    for (const auto& [name, sign] : kNamedSigns) {
      if (EqualsLower(Cut(text_, word), name) && (is_bracketed || name.size() > 1)) return sign;
    }
    return std::nullopt;
  }

  // The word at `word` as a sign, with brackets or rims ("_at_") and the spaces around. A word with
  // neither needs spaces.
  [[nodiscard]] std::optional<Sign> SignAround(Span word) const {
    uint32_t begin = SkipSpacesBack(word.begin);
    uint32_t end = SkipSpaces(word.end);
    const char before = begin > 0 ? text_[begin - 1] : '\0';
    const char after = ByteAt(end);
    const bool is_bracketed = IsOpening(before) && IsClosing(after);
    const bool is_rimmed =
        begin == word.begin && end == word.end && IsRim(before) && before == after;
    const auto sign = SignOf(word, is_bracketed);
    if (!sign) return std::nullopt;
    if (is_bracketed) {
      return Sign{{SkipSpacesBack(begin - 1), SkipSpaces(end + 1)}, *sign, true, true};
    }
    if (is_rimmed) return Sign{{begin - 1, end + 1}, *sign, true};
    if (begin == word.begin || end == word.end) return std::nullopt;
    return Sign{{begin, end}, *sign, true};
  }

  // A sign as itself, alone or in brackets, with the spaces around.
  [[nodiscard]] Sign BareSign(uint32_t at) const {
    uint32_t begin = SkipSpacesBack(at);
    uint32_t end = SkipSpaces(at + 1);
    if (begin > 0 && IsOpening(text_[begin - 1]) && IsClosing(ByteAt(end))) {
      return {{SkipSpacesBack(begin - 1), SkipSpaces(end + 1)}, text_[at], false, true};
    }
    return {{begin, end}, text_[at], false, false, begin < at};
  }

  // The next @ in any form.
  [[nodiscard]] std::optional<Sign> NextAt() const {
    for (uint32_t at = at_; at < size();) {
      if (text_[at] == '@') return BareSign(at);
      if (!IsLetter(text_[at])) {
        ++at;
        continue;
      }
      const Span word = WordFrom(at);
      if (EqualsLower(Cut(text_, word), "at") || EqualsLower(Cut(text_, word), "a")) {
        const auto sign = SignAround(word);
        if (sign && sign->sign == '@') return sign;
      }
      at = word.end;
    }
    return std::nullopt;
  }

  // The sign that joins a part that ends at `end` to the next one.
  [[nodiscard]] std::optional<Sign> SignAfter(uint32_t end) const {
    uint32_t at = SkipSpaces(end);
    if (IsOpening(ByteAt(at)) || (at == end && IsRim(ByteAt(at)))) at = SkipSpaces(at + 1);
    if (ByteAt(at) == '.') return BareSign(at);
    if (!IsLetter(ByteAt(at))) return std::nullopt;
    return SignAround(WordFrom(at));
  }
  [[nodiscard]] std::optional<Sign> SignBefore(uint32_t begin) const {
    uint32_t at = SkipSpacesBack(begin);
    if (at > 0 && (IsClosing(text_[at - 1]) || (at == begin && IsRim(text_[at - 1])))) {
      at = SkipSpacesBack(at - 1);
    }
    if (at == 0) return std::nullopt;
    if (text_[at - 1] == '.') return BareSign(at - 1);
    if (!IsLetter(text_[at - 1])) return std::nullopt;
    return SignAround(WordTo(at));
  }

  [[nodiscard]] Span PartFrom(uint32_t at) const {
    uint32_t end = at;
    while (end < size() && end - at < kLongestPart &&
           (IsAlphanumeric(text_[end]) || IsHyphenInLabel(end))) {
      ++end;
    }
    return {at, end};
  }
  // Not one of "-dot-".
  [[nodiscard]] bool IsHyphenInLabel(uint32_t at) const {
    if (text_[at] != '-' || !IsAlphanumeric(ByteAt(at + 1))) return false;
    return !IsLetter(ByteAt(at + 1)) || !SignAround(WordFrom(at + 1));
  }
  [[nodiscard]] Span PartTo(uint32_t end) const {
    uint32_t begin = end;
    while (begin > 0 && end - begin < kLongestPart && IsPartByte(text_[begin - 1])) --begin;
    while (begin < end && !IsAlphanumeric(text_[begin])) ++begin;
    return {begin, end};
  }

  void Look(const Sign& at) {
    std::vector<Sign> signs;
    const auto host_end = TakeHost(at.place.end, signs);
    if (!host_end) return;
    const bool is_plain_dots = std::ranges::none_of(signs, IsOutOfTheOrdinary);
    const size_t of_host = signs.size();
    const Span mailbox = TakeMailbox(at.place.begin, signs);
    if (mailbox.empty()) return;
    // A word or a sign between spaces is the sign of an address only if a dot is told as well.
    if (!at.is_marked && IsOutOfTheOrdinary(at)) {
      if (!IsOneOf(kSaidDomains, WordTo(*host_end))) return;
      const bool is_one_word = of_host == signs.size();
      if (is_plain_dots && (is_one_word || std::ranges::none_of(signs, IsOutOfTheOrdinary))) return;
      if (is_one_word && IsOneOf(kBeforeAPlace, mailbox)) return;
    }
    signs.push_back(at);
    std::ranges::sort(signs, {}, [](const Sign& sign) { return sign.place.begin; });
    for (const Sign& sign : signs) {
      if (!IsOutOfTheOrdinary(sign)) continue;
      rewriting_.Replace(sign.place, std::string(1, sign.sign), Way::kSpelledSigns);
      written_ = sign.place.end;
    }
    at_ = std::max(at_, *host_end);
  }

  // Not as machines write it.
  static bool IsOutOfTheOrdinary(const Sign& sign) {
    return sign.is_told || sign.is_marked || sign.place.size() > 1;
  }

  // The labels of the host from `begin` on; where it ends, or nullopt if it has no dot.
  std::optional<uint32_t> TakeHost(uint32_t begin, std::vector<Sign>& signs) const {
    Span label = PartFrom(begin);
    std::optional<uint32_t> end;
    for (size_t parts = 0; !label.empty() && parts < kMostParts; ++parts) {
      const auto sign = SignAfter(label.end);
      if (!sign || sign->sign == '@' || sign->sign == '+' || sign->sign == '_') break;
      const Span next = PartFrom(sign->place.end);
      if (next.empty()) break;
      if (EndsSentence(*sign)) break;
      signs.push_back(*sign);
      label = next;
      if (sign->sign == '.') end = label.end;
    }
    if (!end) return std::nullopt;
    const auto next_at = SignAfter(*end);
    if (next_at && next_at->sign == '@') return std::nullopt;  // what stands here is a mailbox
    std::erase_if(signs, [&](const Sign& sign) { return sign.place.begin >= *end; });
    return end;
  }

  // A dot with a space behind it alone.
  static bool EndsSentence(const Sign& sign) {
    return !sign.is_told && !sign.is_marked && !sign.is_apart && sign.place.size() > 1;
  }

  // The parts of the mailbox before `end`; nothing if there are none that are not written yet.
  Span TakeMailbox(uint32_t end, std::vector<Sign>& signs) const {
    Span part = PartTo(end);
    uint32_t begin = part.begin;
    for (size_t parts = 0; !part.empty() && parts < kMostParts; ++parts) {
      begin = part.begin;
      const auto sign = SignBefore(part.begin);
      if (!sign || sign->sign == '@' || sign->place.begin < written_) break;
      if (EndsSentence(*sign)) break;
      const Span before = PartTo(sign->place.begin);
      if (before.empty() || before.begin < written_) break;
      signs.push_back(*sign);
      part = before;
    }
    return begin < written_ ? Span{} : Span{begin, end};
  }

  [[nodiscard]] bool IsOneOf(std::span<const std::string_view> words, Span part) const {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return EqualsLower(Cut(text_, part), word); });
  }

  std::string_view text_;
  Rewriting rewriting_;
  uint32_t at_ = 0;       // where the next @ is looked for
  uint32_t written_ = 0;  // before it all is written
};

}  // namespace

Derivation WithSignsForWords(std::string_view text) { return MailboxSpeller(text).Spell(); }

}  // namespace gatepost
