#include "match/cues.h"

#include <algorithm>

#include "base/ascii.h"

namespace gatepost {
namespace {

bool IsInRun(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

std::string LongestRun(std::string_view phrase) {
  std::string_view longest;
  for (size_t at = 0; at < phrase.size();) {
    size_t end = at;
    while (end < phrase.size() && IsInRun(phrase[end])) ++end;
    if (end - at > longest.size()) longest = phrase.substr(at, end - at);
    at = end + 1;
  }
  return std::string(longest);
}

}  // namespace

Cues::Cues(const Pattern& pattern) {
  if (!RequiresPhrase(pattern)) return;
  for (const Context& context : pattern.contexts) {
    if (!context.is_required) continue;
    for (const std::string& phrase : context.near) words_.push_back(LongestRun(phrase));
  }
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  if (!words_.empty() && words_.front().empty()) words_.clear();
}

bool Cues::StandIn(std::string_view lower_text) const {
  return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
    return lower_text.find(word) != std::string_view::npos;
  });
}

}  // namespace gatepost
