#include "match/engine.h"

#include <utility>

#include "match/fast_matcher.h"
#include "match/hyperscan_database.h"
#include "match/hyperscan_matcher.h"
#include "match/reference_matcher.h"

namespace gatepost {

Result<std::unique_ptr<Matcher>> MakeMatcher(const std::vector<Pattern>& patterns,
                                             const MatcherOptions& options) {
  if (options.engine == Engine::kFast || options.engine == Engine::kBest) {
    return MakeFastMatcher(patterns, options.cache_folder, options.cache_reading,
                           options.simd.value_or(AvailableSimdLevels().back()));
  }
  auto regexes = CompilePatterns(patterns, options.regexes_are_known);
  if (!regexes) return Fail(regexes.error());
  const auto compiled = std::make_shared<const CompiledPatterns>(std::move(*regexes));
  if (options.engine == Engine::kHyperscan) {
    return MakeHyperscanMatcher(patterns, compiled, options.cache_folder);
  }
  return MakeReferenceMatcher(compiled);
}

std::vector<Engine> AvailableEngines() {
  std::vector<Engine> engines = {Engine::kReference};
  if (HyperscanDatabase::IsUsableHere()) engines.push_back(Engine::kHyperscan);
  engines.push_back(Engine::kFast);
  return engines;
}

}  // namespace gatepost
