#pragma once

// Every engine that works here, the fast one on every level of the processor, over the same
// batches, compared with the reference.

#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "match/engine.h"
#include "text/skeletoniser.h"

namespace gatepost {

// Of patterns that outlive it.
class EnginePair {
 public:
  explicit EnginePair(const std::vector<Pattern>& patterns) : patterns_(patterns) {
    for (const Engine engine : AvailableEngines()) {
      if (engine != Engine::kFast) Add({.engine = engine});
    }
    for (const SimdLevel level : AvailableSimdLevels()) {
      Add({.engine = Engine::kFast, .simd = level});
    }
  }

  // Requires the same matches of one batch of `texts`, and counts them.
  void Compare(const std::vector<std::string>& texts) {
    batch_.Clear();
    for (const std::string& text : texts) {
      batch_.AddPlain(PostIndex(0), FieldIndex(0), text);
    }
    REQUIRE(matchers_[0]->FindMatches(batch_, *scratches_[0], expected_).has_value());
    for (size_t i = 1; i < matchers_.size(); ++i) {
      REQUIRE(matchers_[i]->FindMatches(batch_, *scratches_[i], matches_).has_value());
      if (matches_ != expected_) FAIL(matchers_[i]->name() << " differs: " << Difference());
    }
    matches_seen_ += expected_.size();
  }

  [[nodiscard]] size_t matches_seen() const { return matches_seen_; }

 private:
  void Add(const MatcherOptions& options) {
    auto matcher = MakeMatcher(patterns_, options);
    if (!matcher) FAIL(matcher.error().ToString());
    scratches_.push_back((*matcher)->NewScratch());
    matchers_.push_back(std::move(*matcher));
  }

  [[nodiscard]] std::string Difference() const {
    size_t i = 0;
    while (i < matches_.size() && i < expected_.size() && matches_[i] == expected_[i]) ++i;
    return "expected " + At(expected_, i) + ", found " + At(matches_, i);
  }

  // The texts are generated, so they may be shown.
  [[nodiscard]] std::string At(const MatchList& list, size_t i) const {
    if (i >= list.size()) return "nothing more";
    const Match& match = list[i];
    const Skeleton skeleton = batch_[match.skeleton];
    return patterns_[match.pattern.number()].id + " variant " +
           std::to_string(match.variant.number()) + " at " + std::to_string(match.span.begin) +
           "-" + std::to_string(match.span.end) + (match.is_shortened ? "*" : "") + " of \"" +
           std::string(skeleton.text()) + "\"";
  }

  const std::vector<Pattern>& patterns_;
  std::vector<std::unique_ptr<Matcher>> matchers_;  // the reference first
  std::vector<std::unique_ptr<Matcher::Scratch>> scratches_;
  SkeletonBatch batch_;
  MatchList expected_;
  MatchList matches_;
  size_t matches_seen_ = 0;
};

}  // namespace gatepost
