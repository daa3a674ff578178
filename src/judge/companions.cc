#include "judge/companions.h"

#include <algorithm>
#include <string_view>

#include "judge/words.h"

namespace gatepost {
namespace {

// From the begin of the first to the end of the last word within `count` words of `span`.
Span Reach(std::string_view text, Span span, uint16_t count) {
  const auto before = WordList::Before(text, span.begin, count);
  const auto after = WordList::After(text, span.end, count);
  Span reach = span;
  if (before.size() > 0) {
    reach.begin = static_cast<uint32_t>(before.begin()->data() - text.data());
  }
  if (after.size() > 0) {
    const std::string_view last = *(after.end() - 1);
    reach.end = static_cast<uint32_t>(last.data() + last.size() - text.data());
  }
  return reach;
}

}  // namespace

Companions::Companions(const std::vector<Pattern>& patterns) {
  for (const Pattern& pattern : patterns) {
    Wanted wanted{{}, pattern.companion.within_words};
    for (size_t i = 0; i < patterns.size(); ++i) {
      const auto& ids = pattern.companion.patterns;
      if (std::find(ids.begin(), ids.end(), patterns[i].id) != ids.end()) {
        wanted.patterns.emplace_back(i);
      }
    }
    wanted_.push_back(std::move(wanted));
  }
}

std::optional<PatternIndex> Companions::Beside(const Skeleton& skeleton,
                                               std::span<const Match> matches, size_t which) const {
  const Match& match = matches[which];
  const Wanted& wanted = wanted_[match.pattern.number()];
  if (wanted.patterns.empty()) return std::nullopt;
  const Span reach = Reach(skeleton.text(), match.span, wanted.within_words);
  const auto is_companion = [&](const Match& other) {
    return other.skeleton == match.skeleton && other.span.Overlaps(reach) &&
           !other.span.Overlaps(match.span) &&
           std::find(wanted.patterns.begin(), wanted.patterns.end(), other.pattern) !=
               wanted.patterns.end();
  };
  const size_t from = which - std::min(which, kMaxMatchesBeside);
  const size_t to = std::min(matches.size(), which + 1 + kMaxMatchesBeside);
  const auto nearby = matches.subspan(from, to - from);
  const auto found = std::find_if(nearby.begin(), nearby.end(), is_companion);
  return found == nearby.end() ? std::nullopt : std::optional(found->pattern);
}

}  // namespace gatepost
