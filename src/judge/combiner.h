#pragma once

// Evidence that is personal only together: the policy's combinations over one post and those before
// it in its conversation.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "judge/evidence.h"
#include "judge/finding.h"
#include "judge/verdict.h"
#include "judge/words.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"
#include "text/skeleton.h"

namespace gatepost {

// A post whose matches have been scored.
struct ScoredPost {
  const Post& post;
  std::span<const Skeleton> skeletons;  // of its fields, for parts that are words
  bool placeholders_count = true;       // on its channel
};

// A part of a combination that a finding meets, its names resolved.
struct FindingPart {
  int min_score = 1;
  std::vector<bool> is_met_by;  // by PatternIndex
};

// Const, shared by all workers. Borrows the patterns and the policy.
class Combiner {
 public:
  // Combinations are named to people in that language.
  Combiner(const std::vector<Pattern>& patterns, const Policy& policy, Language language);

  // The combinations that the post meets, alone or with what earlier posts gave away: each part by
  // another finding, no two of which lie together, and at least one part by this post. The action
  // of its findings that take part is raised to the combination's, and they name the places of the
  // other parts in earlier posts. Official values and, unless they count, placeholders take no
  // part. Sorts the findings by place. Time linear in the findings, for each combination.
  [[nodiscard]] std::vector<MetCombination> Combine(const ScoredPost& scored,
                                                    const EarlierEvidence& earlier,
                                                    std::vector<Finding>& findings) const;

  // What later posts need to know of this one: of each part of each combination, as many findings
  // as could ever take part, and the words. Sorts the findings by place.
  [[nodiscard]] Evidence EvidenceOf(const ScoredPost& scored, std::vector<Finding>& findings) const;

 private:
  struct CompiledCombination {
    const Combination* combination;
    std::vector<FindingPart> parts;  // those met by findings
    std::vector<PhraseSet> words;    // those met by words
  };
  // Where the words of all parts that are words stand in earlier posts; nullopt if those of a part
  // stand neither there nor in this post.
  struct WordsMet {
    std::vector<Place> here;  // of each part that stands in this post
    std::vector<const EarlierPlace*> earlier;
  };
  class PlaceNames;
  [[nodiscard]] std::optional<WordsMet> FindWords(size_t combination, const ScoredPost& scored,
                                                  const EarlierEvidence& earlier) const;
  void AddWords(const ScoredPost& scored, PlaceNames& names, Evidence& evidence) const;

  Language language_;
  std::vector<CompiledCombination> combinations_;
};

}  // namespace gatepost
