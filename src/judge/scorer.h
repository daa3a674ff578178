#pragma once

// From a match to a finding: collects the evidence, adds up its points, and says what the finding
// calls for by itself.

#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "judge/channel_rules.h"
#include "judge/companions.h"
#include "judge/finding.h"
#include "judge/match_in_text.h"
#include "judge/pattern_phrases.h"
#include "judge/word_weights.h"

namespace gatepost {

// Points for a value that is part of a longer run of digits.
inline constexpr int kInsideLongerRunPoints = -15;

// What of a post bears on the score of each match in it.
struct PostTraits {
  PostKind kind = PostKind::kOwn;
  const ChannelRules& rules;
};

// Const, shared by all workers. Borrows the patterns and rules.
class Scorer {
 public:
  // With `keeps_phrases` the findings of patterns with weights have all phrases around them, and
  // not the weights: so that what is learned from them does not depend on what was learned before.
  Scorer(const std::vector<Pattern>& patterns, const RuleBook& rules, bool keeps_phrases = false);

  // The finding that the match is, in a post with these traits; nullopt if its pattern is disabled
  // there or lacks evidence it requires.
  [[nodiscard]] std::optional<Finding> Score(const MatchInText& where,
                                             const PostTraits& post) const;

 private:
  // The phrases of a pattern, split into words when its first match is scored: most patterns of a
  // set are never met in a run.
  class ContextPhrases {
   public:
    explicit ContextPhrases(const std::vector<Context>& groups) : groups_(&groups) {}
    [[nodiscard]] const PatternPhrases& Split() const;

   private:
    const std::vector<Context>* groups_;
    mutable std::once_flag is_split_;
    mutable std::optional<PatternPhrases> phrases_;
  };

  // The weights of a pattern, likewise.
  class PatternWeights {
   public:
    explicit PatternWeights(const Weights& weights) : weights_(&weights) {}
    [[nodiscard]] const Weights& weights() const { return *weights_; }
    [[nodiscard]] const WordWeights& ByPhrase() const;

   private:
    const Weights* weights_;
    mutable std::once_flag is_made_;
    mutable std::optional<WordWeights> by_phrase_;
  };

  // What the phrases near a match leave of it.
  enum class Near : uint8_t { kNothing, kRequiredKind, kRequired, kRuledOut };
  // Finds of each group what stands beside the match.
  void FindContext(const MatchInText& where, std::span<GroupFound> found) const;
  // Whether a phrase or a kind of post that the pattern may require is among what was found, or a
  // phrase that rules the match out.
  static Near NearOf(const Pattern& pattern, std::span<const GroupFound> found, PostKind kind);
  // Adds the reasons of the groups.
  static void AddContext(const Pattern& pattern, std::span<const GroupFound> found, PostKind kind,
                         Finding& finding);
  // Adds the reason that all phrases around the match are, if the pattern has weights.
  void AddWeights(const MatchInText& where, PostKind kind, Finding& finding) const;
  void AddValueRules(const Match& match, std::string_view value, Finding& finding) const;

  const std::vector<Pattern>& patterns_;
  const RuleBook& rules_;
  std::deque<ContextPhrases> contexts_;  // by PatternIndex
  std::deque<PatternWeights> weights_;   // by PatternIndex
  std::deque<std::string> names_;        // by PatternIndex: "<uk.phone>"
  std::vector<Word> name_words_;         // borrow them: in a deque they stay where they are
  Companions companions_;
  bool keeps_phrases_;
};

}  // namespace gatepost
