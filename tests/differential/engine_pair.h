#pragma once

// Every engine that works here, the fast one on every level of the processor, over the same
// batches, compared with the reference. Where GATEPOST_DIFFERENTIAL_ALL_EVERY is set, all of them
// look at one of so many batches, and Hyperscan and one level in turn at the others: at 200, in a
// fifth of the time.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "match/engine.h"
#include "text/skeletoniser.h"

namespace gatepost {

// By all engine pairs of this process, which says at its end what they were.
struct ComparedTexts {
  uint64_t all = 0;
  uint64_t with_reference = 0;

  ~ComparedTexts() {
    std::cout << all << " texts compared, " << with_reference << " with the reference\n";
  }
  static ComparedTexts& Counted() {
    static ComparedTexts compared;
    return compared;
  }
};

// A whole number above 0, or `otherwise` if the variable is not set.
inline size_t NumberFromEnvironment(const char* name, size_t otherwise) {
  const char* const set = std::getenv(name);
  if (set == nullptr) return otherwise;
  const size_t number = std::strtoul(set, nullptr, 10);
  if (number == 0) FAIL(name << " is to be a whole number above 0");
  return number;
}

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
    const bool asks_all = compared_ % all_every_ == 0 || matchers_.size() == 2;
    if (asks_all) {
      Find(0, expected_);
      for (size_t i = 1; i < matchers_.size(); ++i) CompareWith(i);
    } else {
      Find(1, expected_);
      CompareWith(2 + compared_ % (matchers_.size() - 2));
    }
    ++compared_;
    matches_seen_ += expected_.size();
    ComparedTexts::Counted().all += texts.size();
    if (asks_all) ComparedTexts::Counted().with_reference += texts.size();
  }

  [[nodiscard]] size_t matches_seen() const { return matches_seen_; }

 private:
  void Add(const MatcherOptions& options) {
    auto matcher = MakeMatcher(patterns_, options);
    if (!matcher) FAIL(matcher.error().ToString());
    scratches_.push_back((*matcher)->NewScratch());
    matchers_.push_back(std::move(*matcher));
  }

  void Find(size_t which, MatchList& matches) {
    REQUIRE(matchers_[which]->FindMatches(batch_, *scratches_[which], matches).has_value());
  }
  void CompareWith(size_t which) {
    Find(which, matches_);
    if (matches_ != expected_) FAIL(matchers_[which]->name() << " differs: " << Difference());
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
  // The reference, Hyperscan where it works, and the levels of the fast one.
  std::vector<std::unique_ptr<Matcher>> matchers_;
  std::vector<std::unique_ptr<Matcher::Scratch>> scratches_;
  SkeletonBatch batch_;
  MatchList expected_;
  MatchList matches_;
  size_t matches_seen_ = 0;
  size_t compared_ = 0;  // batches
  size_t all_every_ = NumberFromEnvironment("GATEPOST_DIFFERENTIAL_ALL_EVERY", 1);
};

}  // namespace gatepost
