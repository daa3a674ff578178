#include "judge/companions.h"

#include <algorithm>
#include <string_view>

namespace gatepost {
namespace {

// From the begin of the first to the end of the last word within `count` words of `span`.
Span Reach(SplitText& words, Span span, uint16_t count) {
  const std::string_view text = words.text();
  const auto before = words.Before(span.begin, count);
  const auto after = words.After(span.end, count);
  Span reach = span;
  if (before.size() > 0) {
    reach.begin = static_cast<uint32_t>(before.begin()->text().data() - text.data());
  }
  if (after.size() > 0) {
    const std::string_view last = (after.end() - 1)->text();
    reach.end = static_cast<uint32_t>(last.data() + last.size() - text.data());
  }
  return reach;
}

std::span<const Match> Nearby(const MatchInText& where) {
  const size_t from = where.which - std::min(where.which, kMaxMatchesBeside);
  const size_t to = std::min(where.matches.size(), where.which + 1 + kMaxMatchesBeside);
  return where.matches.subspan(from, to - from);
}

}  // namespace

Companions::Companions(const std::vector<Pattern>& patterns) {
  for (const Pattern& pattern : patterns) {
    Wanted wanted{{}, pattern.companion.within_words, !pattern.weights.phrases.empty()};
    for (size_t i = 0; i < patterns.size(); ++i) {
      const auto& ids = pattern.companion.patterns;
      if (std::find(ids.begin(), ids.end(), patterns[i].id) != ids.end()) {
        wanted.patterns.resize(patterns.size());
        wanted.patterns[i] = 1;
      }
    }
    wanted_.push_back(std::move(wanted));
  }
}

std::optional<PatternIndex> Companions::Beside(const MatchInText& where) const {
  const Match& match = where.match();
  const Wanted& wanted = wanted_[match.pattern.number()];
  if (wanted.patterns.empty()) return std::nullopt;
  const auto may_be_companion = [&](const Match& other) {
    return wanted.Names(other.pattern) && !other.span.Overlaps(match.span);
  };
  const auto nearby = Nearby(where);
  auto found = std::find_if(nearby.begin(), nearby.end(), may_be_companion);
  if (found == nearby.end()) return std::nullopt;
  const Span reach = Reach(where.words, match.span, wanted.within_words);
  found = std::find_if(found, nearby.end(), [&](const Match& other) {
    return may_be_companion(other) && other.span.Overlaps(reach);
  });
  return found == nearby.end() ? std::nullopt : std::optional(found->pattern);
}

std::vector<Span> Companions::SpansBeside(const MatchInText& where) const {
  const Wanted& wanted = wanted_[where.match().pattern.number()];
  std::vector<Span> spans;
  if (wanted.patterns.empty()) return spans;
  for (const Match& other : Nearby(where)) {
    if (wanted.Names(other.pattern)) spans.push_back(other.span);
  }
  return spans;
}

std::vector<Match> Companions::MatchesBeside(const MatchInText& where) const {
  const Match& match = where.match();
  const Wanted& wanted = wanted_[match.pattern.number()];
  const auto nearby = Nearby(where);
  std::vector<Match> beside;
  beside.reserve(nearby.size());
  for (const Match& other : nearby) {
    const bool is_wanted =
        wanted_[other.pattern.number()].has_weights || wanted.Names(other.pattern);
    if (is_wanted && !other.span.Overlaps(match.span)) {
      beside.push_back(other);
    }
  }
  return beside;
}

}  // namespace gatepost
