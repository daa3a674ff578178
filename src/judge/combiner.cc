#include "judge/combiner.h"

#include <algorithm>
#include <optional>

#include "judge/overlap.h"

namespace gatepost {
namespace {

// A finding that may take part, and the group of overlapping ones that it lies in: of a group only
// one may take part.
struct Candidate {
  Finding* finding;
  size_t group;
};

bool Meets(const CombinationPart& part, const Pattern& pattern, const Finding& finding) {
  if (finding.score < part.min_score) return false;
  return part.pattern.empty() ? part.category == pattern.category : part.pattern == pattern.id;
}

// Gives each part a group of its own, by augmenting paths. A part never needs a choice of more
// groups than there are parts, which bounds the work.
class Assignment {
 public:
  Assignment(std::span<const CombinationPart* const> parts, std::span<const Candidate> candidates,
             const std::vector<Pattern>& patterns)
      : choices_(parts.size()) {
    for (size_t i = 0; i < parts.size(); ++i) {
      for (const Candidate& candidate : candidates) {
        std::vector<Candidate>& mine = choices_[i];
        if (mine.size() == parts.size()) break;
        if (!mine.empty() && mine.back().group == candidate.group) continue;
        const Pattern& pattern = patterns[candidate.finding->pattern.number()];
        if (Meets(*parts[i], pattern, *candidate.finding)) mine.push_back(candidate);
      }
    }
  }

  // The finding of each part, or nothing if not every part can have one.
  [[nodiscard]] std::optional<std::vector<Finding*>> Find() {
    for (size_t part = 0; part < choices_.size(); ++part) {
      std::vector<size_t> visited;
      if (!Place(part, visited)) return std::nullopt;
    }
    std::vector<Finding*> findings;
    for (const Taken& taken : taken_) findings.push_back(taken.candidate.finding);
    return findings;
  }

 private:
  struct Taken {
    Candidate candidate;
    size_t part;
  };

  // Finds a group for the part, moving parts that were placed before where that helps.
  bool Place(size_t part, std::vector<size_t>& visited) {
    for (const Candidate& candidate : choices_[part]) {
      if (std::find(visited.begin(), visited.end(), candidate.group) != visited.end()) continue;
      visited.push_back(candidate.group);
      const auto holder = std::find_if(taken_.begin(), taken_.end(), [&](const Taken& taken) {
        return taken.candidate.group == candidate.group;
      });
      if (holder == taken_.end()) {
        taken_.push_back({candidate, part});
        return true;
      }
      const auto slot = static_cast<size_t>(holder - taken_.begin());
      if (Place(taken_[slot].part, visited)) {
        taken_[slot] = {candidate, part};
        return true;
      }
    }
    return false;
  }

  std::vector<std::vector<Candidate>> choices_;  // by part, at most one of a group
  std::vector<Taken> taken_;
};

bool StandsInAny(const PhraseSet& phrases, std::span<const std::string_view> texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](std::string_view text) { return phrases.AnyStandsIn(text); });
}

}  // namespace

Combiner::Combiner(const std::vector<Pattern>& patterns, const Policy& policy)
    : patterns_(patterns) {
  for (const Combination& combination : policy.combinations) {
    CompiledCombination compiled{&combination, {}, {}};
    for (const CombinationPart& part : combination.all) {
      if (part.words.empty()) {
        compiled.parts.push_back(&part);
      } else {
        compiled.words.emplace_back(part.words);
      }
    }
    combinations_.push_back(std::move(compiled));
  }
}

std::vector<MetCombination> Combiner::Combine(std::span<const std::string_view> texts,
                                              bool placeholders_count,
                                              std::vector<Finding>& findings) const {
  std::vector<MetCombination> met;
  if (findings.empty() || combinations_.empty()) return met;
  const std::vector<size_t> groups = GroupsOf(findings);
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < findings.size(); ++i) {
    if (HasLabel(findings[i], kOfficialLabel)) continue;
    if (!placeholders_count && HasLabel(findings[i], kPlaceholderLabel)) continue;
    candidates.push_back({&findings[i], groups[i]});
  }
  for (const CompiledCombination& compiled : combinations_) {
    const auto chosen = Assignment(compiled.parts, candidates, patterns_).Find();
    if (!chosen) continue;
    const bool has_words =
        std::all_of(compiled.words.begin(), compiled.words.end(),
                    [&](const PhraseSet& phrases) { return StandsInAny(phrases, texts); });
    if (!has_words) continue;
    const Combination& combination = *compiled.combination;
    for (Finding* finding : *chosen)
      finding->action = std::max(finding->action, combination.action);
    met.push_back({combination.name, combination.action, combination.advice});
  }
  return met;
}

}  // namespace gatepost
