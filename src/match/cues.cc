#include "match/cues.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace gatepost {
namespace {

bool IsInRun(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

std::string_view LongestRun(std::string_view phrase) {
  std::string_view longest;
  for (size_t at = 0; at < phrase.size();) {
    size_t end = at;
    while (end < phrase.size() && IsInRun(phrase[end])) ++end;
    if (end - at > longest.size()) longest = phrase.substr(at, end - at);
    at = end + 1;
  }
  return longest;
}

// The characters of runs, from 1 on and letters in either case alike; 0 for all others.
constexpr std::array<uint8_t, 256> RunNumbers() {
  std::array<uint8_t, 256> numbers{};
  uint8_t last = 0;
  for (const char c : std::string_view("_0123456789")) numbers[static_cast<uint8_t>(c)] = ++last;
  for (char c = 'a'; c <= 'z'; ++c) {
    numbers[static_cast<uint8_t>(c)] = numbers[static_cast<uint8_t>(Upper(c))] = ++last;
  }
  return numbers;
}
constexpr std::array<uint8_t, 256> kRunNumbers = RunNumbers();
constexpr uint64_t kAny = ~uint64_t{0};

size_t NumberAt(std::string_view text, size_t at) {
  return at < text.size() ? kRunNumbers[static_cast<uint8_t>(text[at])] : size_t{0};
}

}  // namespace

Cues::Cues(const Pattern& pattern) {
  if (!RequiresPhrase(pattern)) return;
  std::vector<std::string_view> words;
  for (const Context& context : pattern.contexts) {
    if (!context.is_required) continue;
    for (const std::string& phrase : context.near) words.push_back(LongestRun(phrase));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.empty() || words.front().empty()) return;
  words_.assign(words.begin(), words.end());
  by_pair_.resize(kRunCharacters * kRunCharacters);
  for (uint32_t i = 0; i < words_.size(); ++i) {  // sorted: those of a pair follow each other
    Range& range = by_pair_[NumberAt(words_[i], 0) * kRunCharacters + NumberAt(words_[i], 1)];
    if (range.end == 0) range.begin = i;
    range.end = i + 1;
    const size_t second = NumberAt(words_[i], 1);
    seconds_[NumberAt(words_[i], 0)] |= second == 0 ? kAny : uint64_t{1} << second;
    const size_t third = NumberAt(words_[i], 2);
    const uint64_t thirds = third == 0 ? kAny : uint64_t{1} << third;
    range.thirds |= thirds;
    if (second != 0) thirds_[second] |= thirds;
    if (second == 0) thirds_.fill(kAny);
  }
}

bool Cues::StandIn(std::string_view text) const {
  if (empty()) return false;
  size_t first = NumberAt(text, 0);
  size_t second = NumberAt(text, 1);
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t third = NumberAt(text, at + 2);
    const bool may_begin = (seconds_[first] >> second & thirds_[second] >> third & 1) != 0;
    const size_t without_second = first * kRunCharacters;
    const size_t pair = without_second + second;
    first = second;
    second = third;
    if (!may_begin) continue;
    if (BeginsWithOneOf(by_pair_[pair], third, text.substr(at))) return true;
    if (BeginsWithOneOf(by_pair_[without_second], third, text.substr(at))) return true;
  }
  return false;
}

bool Cues::BeginsWithOneOf(const Range& words, size_t third, std::string_view text) const {
  if ((words.thirds >> third & 1) == 0) return false;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    if (EqualsLower(text.substr(0, words_[i].size()), words_[i])) return true;
  }
  return false;
}

}  // namespace gatepost
