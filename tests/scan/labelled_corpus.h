#pragma once

// The posts of the labelled corpus, and what they are scanned with.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "pattern/load_policy.h"
#include "post/jsonl_post.h"
#include "post/line_source.h"
#include "set/pattern_set.h"

namespace gatepost {

inline std::shared_ptr<const PatternSet> BundledSet() {
  auto set = PatternSet::Load({std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns/uk"});
  if (!set) FAIL(set.error().front().ToString());
  return *set;
}

inline Policy DefaultPolicy(const PatternSet& set) {
  auto policy = LoadPolicy("", set.patterns());
  if (!policy) FAIL(policy.error().front().ToString());
  return std::move(*policy);
}

class LabelledCorpus {
 public:
  // One post of so many: all, but few where a sanitizer makes each cost ten times as much.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  static constexpr uint32_t kEvery = 16;
#else
  static constexpr uint32_t kEvery = 1;
#endif

  LabelledCorpus() {
    auto lines = LineSource::Open(path_, uint64_t{1} << 20);
    REQUIRE(lines.has_value());
    while (true) {
      const auto line = lines->Next();
      REQUIRE(line.has_value());
      if (!*line) break;
      if ((*line)->number % kEvery != 0) continue;
      posts_.push_back(readers_.emplace_back().Read((*line)->text, place_));
    }
  }

  [[nodiscard]] const std::vector<Post>& posts() const { return posts_; }

 private:
  std::string path_ = GATEPOST_LABELLED_CORPUS;
  SourcePlace place_{path_, 0, 0};
  std::vector<JsonlPostReader> readers_;  // the posts borrow their memory
  std::vector<Post> posts_;
};

}  // namespace gatepost
