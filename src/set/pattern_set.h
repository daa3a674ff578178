#pragma once

// The compiled patterns of one or more folders.

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "match/engine.h"
#include "pattern/pattern.h"
#include "pattern/pattern_reader.h"

namespace gatepost {

// How a set is loaded.
struct LoadOptions {
  Engine engine = Engine::kBest;
  // A folder of the user's own, made if need be, in which what loading makes is kept for the next
  // run; empty: nothing is.
  std::filesystem::path cache_folder = {};
  Reading cache_reading = Reading::kCopied;  // how what is kept there is read
  // The proofs of the patterns are needed: then their files are always read.
  bool needs_proofs = true;
  // Of files changed so recently nothing is kept: another change might get the same time, and not
  // be seen. No file system's clock is coarser than this.
  std::chrono::seconds settling_time{2};
};

// Immutable; shared by all threads. Patterns keep the order of folders and of file names in them.
class PatternSet {
 public:
  // Reads and compiles. Every error of every file is returned, not only the first.
  [[nodiscard]] static tl::expected<std::shared_ptr<const PatternSet>, std::vector<Error>> Load(
      const std::vector<std::filesystem::path>& folders, const LoadOptions& options = {});
  // Of patterns already read, e.g. one alone for its tests.
  [[nodiscard]] static Result<std::shared_ptr<const PatternSet>> Compile(
      std::string name, std::string hash, std::vector<Pattern> patterns,
      const MatcherOptions& options = {});

  [[nodiscard]] const std::string& name() const { return name_; }  // "uk", "uk+world"
  [[nodiscard]] const std::string& hash() const { return hash_; }  // 64 hex digits
  [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_; }
  [[nodiscard]] const Pattern& operator[](PatternIndex index) const {
    return patterns_[index.number()];
  }
  // In the engine that the options ask for; the best that works here unless they ask for one.
  [[nodiscard]] const Matcher& matcher() const { return *matcher_; }

 private:
  PatternSet() = default;
  std::string name_;
  std::string hash_;
  std::vector<Pattern> patterns_;
  std::unique_ptr<Matcher> matcher_;
};

// The set's patterns compiled for every engine that works here, the reference first.
[[nodiscard]] Result<std::vector<std::shared_ptr<const PatternSet>>> InEveryEngine(
    const PatternSet& set);

}  // namespace gatepost
