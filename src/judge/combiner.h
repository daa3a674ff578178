#pragma once

// Evidence that is personal only together: the policy's combinations over one post.

#include <span>
#include <string_view>
#include <vector>

#include "judge/finding.h"
#include "judge/verdict.h"
#include "judge/words.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"

namespace gatepost {

// Const, shared by all workers. Borrows the patterns and the policy.
class Combiner {
 public:
  Combiner(const std::vector<Pattern>& patterns, const Policy& policy);

  // The combinations that the post meets: each part by another finding, no two of which lie
  // together. The action of findings that take part is raised to the combination's. Official values
  // and, unless they count, placeholders take no part. `texts` are the post's skeletons, for parts
  // that are words. Sorts the findings by place. Time linear in the findings, for each combination.
  [[nodiscard]] std::vector<MetCombination> Combine(std::span<const std::string_view> texts,
                                                    bool placeholders_count,
                                                    std::vector<Finding>& findings) const;

 private:
  struct CompiledCombination {
    const Combination* combination;
    std::vector<const CombinationPart*> parts;  // those met by findings
    std::vector<PhraseSet> words;               // those met by words
  };

  const std::vector<Pattern>& patterns_;
  std::vector<CompiledCombination> combinations_;
};

}  // namespace gatepost
