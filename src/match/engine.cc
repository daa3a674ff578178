#include "match/engine.h"

#include <utility>

#include "match/hyperscan_database.h"
#include "match/hyperscan_matcher.h"
#include "match/reference_matcher.h"

namespace gatepost {

Result<std::unique_ptr<Matcher>> MakeMatcher(const std::vector<Pattern>& patterns,
                                             const MatcherOptions& options) {
  auto regexes = CompilePatterns(patterns, options.regexes_are_known);
  if (!regexes) return Fail(regexes.error());
  const auto compiled = std::make_shared<const CompiledPatterns>(std::move(*regexes));
  if (options.engine != Engine::kReference) {
    auto hyperscan = MakeHyperscanMatcher(patterns, compiled, options.cache_folder);
    if (hyperscan || options.engine == Engine::kHyperscan) return hyperscan;
  }
  return MakeReferenceMatcher(compiled);
}

std::vector<Engine> AvailableEngines() {
  std::vector<Engine> engines = {Engine::kReference};
  if (HyperscanDatabase::IsUsableHere()) engines.push_back(Engine::kHyperscan);
  return engines;
}

}  // namespace gatepost
