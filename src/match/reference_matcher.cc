#include "match/reference_matcher.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "match/pattern_walk.h"

namespace gatepost {
namespace {

class ReferenceMatcher final : public Matcher {
 public:
  explicit ReferenceMatcher(std::shared_ptr<const CompiledPatterns> patterns)
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
  // Every variant may match anywhere, if its pattern's cues allow.
  void FindIn(const Skeleton& skeleton, size_t index, MatchList& matches) const {
    const size_t first = matches.size();
    const Span everywhere{0, static_cast<uint32_t>(skeleton.text().size())};
    for (size_t p = 0; p < patterns_->size(); ++p) {
      const auto& [variants, cues] = (*patterns_)[p];
      if (!cues.empty() && !cues.StandIn(skeleton.text())) continue;
      const std::vector<std::span<const Span>> begins(variants.size(), {&everywhere, 1});
      PatternWalk walk(variants, skeleton.text(), begins);
      while (const auto step = walk.Next()) {
        matches.push_back(
            {SkeletonIndex(index), PatternIndex(p), step->variant, step->span, step->is_shortened});
      }
    }
    std::sort(matches.begin() + static_cast<std::ptrdiff_t>(first), matches.end(),
              [](const Match& a, const Match& b) {
                return std::tie(a.span.begin, a.pattern) < std::tie(b.span.begin, b.pattern);
              });
  }

  std::shared_ptr<const CompiledPatterns> patterns_;
};

}  // namespace

std::unique_ptr<Matcher> MakeReferenceMatcher(std::shared_ptr<const CompiledPatterns> patterns) {
  return std::make_unique<ReferenceMatcher>(std::move(patterns));
}

}  // namespace gatepost
