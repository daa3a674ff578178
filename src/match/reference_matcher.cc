#include "match/reference_matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace gatepost {
namespace {

// One variant's regex, and the spans of M and V that it has, asked for one at a time.
class VariantRegex {
 public:
  VariantRegex(const Pattern& pattern, const Variant& variant)
      : pattern_(&pattern),
        variant_(&variant),
        re2_(std::make_unique<RE2>(ToRe2(variant.regex), Options(variant.regex))) {}

  [[nodiscard]] bool ok() const { return re2_->ok(); }
  [[nodiscard]] const std::string& error() const { return re2_->error(); }

  // The smallest begin at or after `from` that has a span in V, with its greatest end.
  [[nodiscard]] std::optional<Span> NextAccepted(std::string_view text, uint32_t from) const {
    for (auto begin = NextBegin(text, from); begin; begin = NextBegin(text, *begin + 1)) {
      for (auto span = Longest(text, *begin, Size(text)); span; span = Shorter(text, *span)) {
        if (EdgesHold(pattern_->edges, text, *span) && Accepts(Cut(text, *span))) return span;
      }
    }
    return std::nullopt;
  }

  // The greatest end of a span in M that begins at `begin`; 0 if there is none.
  [[nodiscard]] uint32_t LongestEndWithEdges(std::string_view text, uint32_t begin) const {
    for (auto span = Longest(text, begin, Size(text)); span; span = Shorter(text, *span)) {
      if (EdgesHold(pattern_->edges, text, *span)) return span->end;
    }
    return 0;
  }

 private:
  static RE2::Options Options(const Regex& regex) {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_longest_match(true);
    options.set_case_sensitive(regex.is_case_sensitive());
    options.set_never_capture(true);
    options.set_log_errors(false);
    return options;
  }

  static uint32_t Size(std::string_view text) { return static_cast<uint32_t>(text.size()); }

  [[nodiscard]] std::optional<Span> Search(std::string_view text, Span within,
                                           RE2::Anchor anchor) const {
    re2::StringPiece found;
    const re2::StringPiece whole(text.data(), text.size());
    if (within.begin >= within.end ||
        !re2_->Match(whole, within.begin, within.end, anchor, &found, 1)) {
      return std::nullopt;
    }
    const auto begin = static_cast<uint32_t>(found.data() - text.data());
    return Span{begin, begin + static_cast<uint32_t>(found.size())};
  }

  [[nodiscard]] std::optional<uint32_t> NextBegin(std::string_view text, uint32_t from) const {
    const auto found = Search(text, {from, Size(text)}, RE2::UNANCHORED);
    if (!found) return std::nullopt;
    return found->begin;
  }

  // The longest match that begins at `begin` and ends at or before `limit`.
  [[nodiscard]] std::optional<Span> Longest(std::string_view text, uint32_t begin,
                                            uint32_t limit) const {
    return Search(text, {begin, std::min(limit, begin + variant_->regex.max_width())},
                  RE2::ANCHOR_START);
  }
  [[nodiscard]] std::optional<Span> Shorter(std::string_view text, Span span) const {
    return Longest(text, span.begin, span.end - 1);
  }

  [[nodiscard]] bool Accepts(std::string_view value) const {
    return variant_->checks.empty() || ChecksAccept(*variant_, Compacted(value, pattern_->compact));
  }

  const Pattern* pattern_;
  const Variant* variant_;
  std::unique_ptr<RE2> re2_;
};

// All variants of one pattern, walked from left to right over one text.
class PatternWalk {
 public:
  PatternWalk(const std::vector<VariantRegex>& variants, std::string_view text)
      : variants_(variants), text_(text), next_(variants.size()) {
    for (size_t i = 0; i < variants_.size(); ++i) next_[i] = variants_[i].NextAccepted(text_, 0);
  }

  // Calls `found(variant, span, is_shortened)` for each match.
  template <class Found>
  void Run(Found found) {
    for (;;) {
      const std::optional<size_t> best = Best();
      if (!best) return;
      const Span span = *next_[*best];
      found(VariantIndex(*best), span, HasLonger(span));
      MoveTo(span.end);
    }
  }

 private:
  // The variant whose next span begins first; of these the longest; of these the first in the file.
  [[nodiscard]] std::optional<size_t> Best() const {
    std::optional<size_t> best;
    for (size_t i = 0; i < next_.size(); ++i) {
      if (!next_[i]) continue;
      if (!best || next_[i]->begin < next_[*best]->begin ||
          (next_[i]->begin == next_[*best]->begin && next_[i]->end > next_[*best]->end)) {
        best = i;
      }
    }
    return best;
  }

  [[nodiscard]] bool HasLonger(Span span) const {
    return std::any_of(variants_.begin(), variants_.end(), [&](const VariantRegex& variant) {
      return variant.LongestEndWithEdges(text_, span.begin) > span.end;
    });
  }

  void MoveTo(uint32_t cursor) {
    for (size_t i = 0; i < next_.size(); ++i) {
      if (next_[i] && next_[i]->begin < cursor) {
        next_[i] = variants_[i].NextAccepted(text_, cursor);
      }
    }
  }

  const std::vector<VariantRegex>& variants_;
  std::string_view text_;
  std::vector<std::optional<Span>> next_;
};

class ReferenceMatcher final : public Matcher {
 public:
  explicit ReferenceMatcher(std::vector<std::vector<VariantRegex>> patterns)
      : patterns_(std::move(patterns)) {}

  [[nodiscard]] std::string_view name() const override { return "reference"; }
  [[nodiscard]] std::unique_ptr<Scratch> NewScratch() const override {
    return std::make_unique<Scratch>();
  }

  [[nodiscard]] Status FindMatches(const SkeletonBatch& batch, Scratch&,
                                   MatchList& matches) const override {
    matches.clear();
    for (size_t i = 0; i < batch.size(); ++i) FindIn(batch[SkeletonIndex(i)], i, matches);
    return {};
  }

 private:
  void FindIn(const Skeleton& skeleton, size_t index, MatchList& matches) const {
    const size_t first = matches.size();
    for (size_t p = 0; p < patterns_.size(); ++p) {
      PatternWalk(patterns_[p], skeleton.text())
          .Run([&](VariantIndex variant, Span span, bool is_shortened) {
            matches.push_back({SkeletonIndex(index), PatternIndex(p), variant, span, is_shortened});
          });
    }
    std::sort(matches.begin() + static_cast<std::ptrdiff_t>(first), matches.end(),
              [](const Match& a, const Match& b) {
                return std::tie(a.span.begin, a.pattern) < std::tie(b.span.begin, b.pattern);
              });
  }

  std::vector<std::vector<VariantRegex>> patterns_;
};

}  // namespace

Result<std::unique_ptr<Matcher>> MakeReferenceMatcher(const std::vector<Pattern>& patterns) {
  std::vector<std::vector<VariantRegex>> compiled;
  for (const Pattern& pattern : patterns) {
    std::vector<VariantRegex> variants;
    for (const Variant& variant : pattern.variants) {
      variants.emplace_back(pattern, variant);
      if (!variants.back().ok()) {
        return Fail(ErrorCode::kInternal,
                    "the regex cannot be compiled by RE2: " + variants.back().error() + ".",
                    variant.where);
      }
    }
    compiled.push_back(std::move(variants));
  }
  return std::unique_ptr<Matcher>(std::make_unique<ReferenceMatcher>(std::move(compiled)));
}

}  // namespace gatepost
