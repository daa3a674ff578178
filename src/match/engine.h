#pragma once

// Which engine finds the matches. All find the same; they differ in speed and in what they need.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/private_folder.h"
#include "match/begin_places.h"
#include "match/matcher.h"
#include "pattern/pattern.h"

namespace gatepost {

enum class Engine : uint8_t {
  kBest,       // the fastest that works here
  kReference,  // by RE2, works everywhere
  kHyperscan,  // by Hyperscan and RE2, needs a processor that the library runs on
  kFast,       // by our own automaton, works everywhere
};

struct MatcherOptions {
  Engine engine = Engine::kBest;
  // A folder of the user's own, made if need be, in which compiled triggers are kept for the next
  // run; empty: they are compiled anew each time.
  std::filesystem::path cache_folder = {};
  Reading cache_reading = Reading::kCopied;  // how what is kept there is read
  // The patterns' regexes were all compiled before: each is, again, when it is first needed.
  bool regexes_are_known = false;
  // Of the fast engine, one that the processor has; nullopt: the best.
  std::optional<SimdLevel> simd = {};
};

// `patterns` is borrowed and must outlive the matcher. Fails where the engine does not take a
// regex or does not run on this processor; kBest never does.
[[nodiscard]] Result<std::unique_ptr<Matcher>> MakeMatcher(const std::vector<Pattern>& patterns,
                                                           const MatcherOptions& options);

// The engines that work on this machine, the reference first.
[[nodiscard]] std::vector<Engine> AvailableEngines();

}  // namespace gatepost
