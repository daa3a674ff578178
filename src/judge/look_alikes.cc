#include "judge/look_alikes.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <set>
#include <tuple>

#include "base/ascii.h"
#include "validate/canonical.h"

namespace gatepost {
namespace {

constexpr char kFreeDigit = '#';
constexpr char kCheckDigit = '?';
// Values of a range that are tried one after the other: most have a check digit that is accepted.
constexpr int kMaxTries = 1000;

bool IsLetterOrDigit(char c) { return IsDigit(c) || IsLetter(c); }

std::string Filled(std::string_view writing, char digit) {
  std::string filled(writing);
  std::replace(filled.begin(), filled.end(), kFreeDigit, digit);
  std::replace(filled.begin(), filled.end(), kCheckDigit, digit);
  return filled;
}

// The free digits of `writing` set to the last ones of `number`; nullopt if it has too few.
std::optional<std::string> Numbered(std::string_view writing, uint64_t number) {
  std::string text(writing);
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    if (*c != kFreeDigit) continue;
    *c = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  if (number != 0) return std::nullopt;
  return text;
}

bool IsAccepted(const Pattern& pattern, std::string_view value) {
  const std::string compacted = Compacted(value, pattern.compact);
  return std::any_of(pattern.variants.begin(), pattern.variants.end(),
                     [&](const Variant& variant) { return ChecksAccept(variant, compacted); });
}

// With the check digit that the pattern accepts in the place of ?; false if none is.
bool SetCheckDigit(const Pattern& pattern, std::string& text) {
  const size_t at = text.find(kCheckDigit);
  if (at == std::string::npos) return true;
  for (char digit = '0'; digit <= '9'; ++digit) {
    text[at] = digit;
    if (IsAccepted(pattern, text)) return true;
  }
  return false;
}

// What tells kinds of values apart, such as the colons of an address: all signs but those that only
// group.
std::set<char> SignsOf(std::string_view value) {
  constexpr std::string_view kGrouping = " \n+-()./_";
  std::set<char> signs;
  for (const char c : value) {
    if (!IsLetterOrDigit(c) && kGrouping.find(c) == std::string_view::npos) signs.insert(c);
  }
  return signs;
}

size_t SharedBegin(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<size_t>(end - a.begin());
}

// `value` with the last `count` letters and digits of `look_alike` in the place of its own; nullopt
// if a letter would take a digit's place.
std::optional<std::string> Poured(std::string_view look_alike, std::string_view value,
                                  size_t count) {
  std::string poured(value);
  auto from = look_alike.rbegin();
  for (auto to = poured.rbegin(); to != poured.rend() && count > 0; ++to) {
    if (!IsLetterOrDigit(*to)) continue;
    while (!IsLetterOrDigit(*from)) ++from;
    if (IsDigit(*from) != IsDigit(*to)) return std::nullopt;
    *to = *to >= 'a' && *to <= 'z' ? Lower(*from) : *from;
    ++from;
    --count;
  }
  return poured;
}

// The look-alike in the writing of the value, which may have a country code before it. Its own
// writing if that cannot be.
std::string WrittenLike(std::string_view value, const std::string& look_alike, CanonicalForm form) {
  const std::string canonical = Canonical(form, look_alike);
  const auto room = std::count_if(value.begin(), value.end(), IsLetterOrDigit);
  const auto has = std::count_if(look_alike.begin(), look_alike.end(), IsLetterOrDigit);
  if (room < has) return look_alike;
  const auto least = static_cast<size_t>(room > has ? 1 : has);
  for (auto count = static_cast<size_t>(has); count >= least; --count) {
    auto poured = Poured(look_alike, value, count);
    if (poured && Canonical(form, *poured) == canonical) return std::move(*poured);
  }
  return look_alike;
}

}  // namespace

LookAlikes::LookAlikes(const std::vector<Pattern>& patterns) : patterns_(patterns) {
  for (const Pattern& pattern : patterns) {
    std::vector<Range>& ranges = ranges_.emplace_back();
    for (const std::string& writing : pattern.look_alikes) {
      ranges.push_back({writing, Canonical(pattern.canonical, Filled(writing, '0')),
                        Canonical(pattern.canonical, Filled(writing, '9'))});
    }
  }
}

bool LookAlikes::Holds(PatternIndex pattern, std::string_view value) const {
  const auto& ranges = ranges_[pattern.number()];
  if (ranges.empty()) return false;
  const std::string canonical = Canonical(patterns_[pattern.number()].canonical, value);
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    if (canonical.size() != range.low.size()) return false;
    for (size_t i = 0; i < canonical.size(); ++i) {
      const bool is_free = range.low[i] != range.high[i];
      if (is_free ? !IsDigit(canonical[i]) : canonical[i] != range.low[i]) return false;
    }
    return true;
  });
}

std::optional<LookAlike> LookAlikes::For(PatternIndex pattern, std::string_view value) {
  if (ranges_[pattern.number()].empty()) return std::nullopt;
  const Pattern& its = patterns_[pattern.number()];
  std::string key = Canonical(its.canonical, value);
  if (key.empty()) key = value;  // hidden in a way that leaves nothing to compare it by
  const auto [given, is_new] = given_.try_emplace({pattern, std::move(key)});
  if (is_new) given->second = NextOf(its, MostLike(pattern, value));
  const LookAlike& plain = given->second;
  return LookAlike{WrittenLike(value, plain.text, its.canonical), plain.range};
}

std::vector<LookAlikes::Range*> LookAlikes::MostLike(PatternIndex pattern, std::string_view value) {
  const std::string canonical = Canonical(patterns_[pattern.number()].canonical, value);
  const std::set<char> signs = SignsOf(value);
  const auto likeness = [&](const Range& range) {
    const size_t fixed = SharedBegin(range.low, range.high);
    return std::tuple(SignsOf(Filled(range.writing, '0')) == signs,
                      range.low.size() == canonical.size(),
                      std::min(fixed, SharedBegin(range.low, canonical)));
  };
  std::vector<Range*> most_like;
  for (Range& range : ranges_[pattern.number()]) {
    const auto order = most_like.empty() ? std::weak_ordering::greater
                                         : likeness(range) <=> likeness(*most_like.front());
    if (order > 0) most_like.clear();
    if (order >= 0) most_like.push_back(&range);
  }
  return most_like;
}

std::optional<LookAlike> LookAlikes::Next(const Pattern& pattern, Range& range) const {
  for (int tries = 0; tries < kMaxTries; ++tries) {
    auto text = Numbered(range.writing, range.next);
    if (!text) break;
    ++range.next;
    if (SetCheckDigit(pattern, *text)) return LookAlike{std::move(*text), range.writing};
  }
  return std::nullopt;
}

LookAlike LookAlikes::NextOf(const Pattern& pattern, const std::vector<Range*>& ranges) const {
  for (int round = 0; round < 2; ++round) {
    for (Range* range : ranges) {
      if (auto next = Next(pattern, *range)) return std::move(*next);
    }
    for (Range* range : ranges) range->next = 0;
  }
  // No check digit is accepted anywhere in the ranges.
  return {Filled(ranges.front()->writing, '0'), ranges.front()->writing};
}

}  // namespace gatepost
