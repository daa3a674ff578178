#include "judge/combiner.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "judge/overlap.h"

namespace gatepost {
namespace {

// A finding that may take part, of this post or an earlier one, and the group of overlapping ones
// that it lies in: of a group only one may take part.
struct Candidate {
  PatternIndex pattern;
  int score = 0;
  size_t group = 0;
  Finding* finding = nullptr;             // of this post
  const EarlierPlace* earlier = nullptr;  // else where it stands
};

// Those of this post, by group.
std::vector<Candidate> CandidatesOf(bool placeholders_count, std::vector<Finding>& findings) {
  const std::vector<size_t> groups = GroupsOf(findings);
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < findings.size(); ++i) {
    if (HasLabel(findings[i], kOfficialLabel)) continue;
    if (!placeholders_count && HasLabel(findings[i], kPlaceholderLabel)) continue;
    candidates.push_back({findings[i].pattern, findings[i].score, groups[i], &findings[i]});
  }
  return candidates;
}

// At most: they are in the order of their groups.
size_t GroupCount(std::span<const Candidate> candidates) {
  return candidates.empty() ? 0 : candidates.back().group + 1;
}

// Adds those of earlier posts, in groups of their own.
void AddEarlier(const EarlierEvidence& earlier, std::vector<Candidate>& candidates) {
  size_t next_group = GroupCount(candidates);
  for (const auto& evidence : earlier) {
    const size_t first_group = next_group;
    for (const Evidence::Item& item : evidence->items) {
      const size_t group = first_group + item.group;
      candidates.push_back({item.pattern, item.score, group, nullptr, &item.place});
      next_group = std::max(next_group, group + 1);
    }
  }
}

FindingPart Resolved(const CombinationPart& part, const std::vector<Pattern>& patterns) {
  FindingPart resolved{part.min_score, {}};
  for (const Pattern& pattern : patterns) {
    resolved.is_met_by.push_back(part.pattern.empty() ? part.category == pattern.category
                                                      : part.pattern == pattern.id);
  }
  return resolved;
}

// Those that the part may be met by, one of a group. A part never needs a choice of more groups
// than there are parts, which bounds the work.
std::vector<Candidate> ChoicesOf(const FindingPart& part, size_t parts,
                                 std::span<const Candidate> candidates) {
  std::vector<Candidate> choices;
  for (const Candidate& candidate : candidates) {
    if (choices.size() == parts) break;
    if (!choices.empty() && choices.back().group == candidate.group) continue;
    if (candidate.score < part.min_score || !part.is_met_by[candidate.pattern.number()]) continue;
    choices.push_back(candidate);
  }
  return choices;
}

// Gives each part a group of its own, by augmenting paths. A group once taken stays taken; so if
// the candidates of this post come first and one of them meets a part, one of them takes part.
class Assignment {
 public:
  // `choices` of each part.
  explicit Assignment(std::vector<std::vector<Candidate>> choices) : choices_(std::move(choices)) {}

  // The candidate of each part, or nothing if not every part can have one.
  [[nodiscard]] std::optional<std::vector<Candidate>> Find() {
    for (size_t part = 0; part < choices_.size(); ++part) {
      std::vector<size_t> visited;
      if (!Place(part, visited)) return std::nullopt;
    }
    std::vector<Candidate> chosen;
    for (const Taken& taken : taken_) chosen.push_back(taken.candidate);
    return chosen;
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

// What the combination calls for, and with what in earlier posts.
void Raise(const MetCombination& met, Finding& finding) {
  finding.action = std::max(finding.action, met.action);
  for (const EarlierPlace& place : met.earlier) {
    const auto& known = finding.earlier;
    if (std::find(known.begin(), known.end(), place) == known.end()) {
      finding.earlier.push_back(place);
    }
  }
}

MetCombination Met(const Combination& combination, Language language) {
  MetCombination met{combination.name, combination.action, combination.advice, combination.name};
  if (language == Language::kEnglish) return met;
  if (!combination.welsh_name.empty()) met.heading = combination.welsh_name;
  if (!combination.welsh_advice.empty()) met.advice = combination.welsh_advice;
  return met;
}

// The first of some phrases in the skeletons of a post.
struct FoundWords {
  const Skeleton* skeleton;
  PhraseSet::Found found;
};

std::optional<FoundWords> FindFirst(const PhraseSet& words, std::span<const Skeleton> skeletons) {
  for (const Skeleton& skeleton : skeletons) {
    if (const auto found = words.FindIn(skeleton.text())) return FoundWords{&skeleton, *found};
  }
  return std::nullopt;
}

bool IsHere(const Candidate& candidate) { return candidate.finding != nullptr; }

bool IsBefore(const Candidate& a, const Candidate& b) {
  const Place& first = a.finding->places.front();
  const Place& second = b.finding->places.front();
  return std::tuple(first.field, first.span.begin, a.finding) <
         std::tuple(second.field, second.span.begin, b.finding);
}

bool IsSame(const Candidate& a, const Candidate& b) { return a.finding == b.finding; }

}  // namespace

// Tells places of a post as later posts will name them.
class Combiner::PlaceNames {
 public:
  explicit PlaceNames(const Post& post) : post_(post) {
    for (const Field& field : post.fields) counters_.emplace_back(field.text);
  }

  [[nodiscard]] EarlierPlace Of(FieldIndex in, Span original) {
    return EarlierPlaceOf(post_, post_.fields[in.number()], counters_[in.number()], original);
  }

 private:
  const Post& post_;
  std::vector<OffsetCounter> counters_;  // each goes through its field once, if places ascend
};

Combiner::Combiner(const std::vector<Pattern>& patterns, const Policy& policy, Language language)
    : language_(language) {
  for (const Combination& combination : policy.combinations) {
    CompiledCombination compiled{&combination, {}, {}};
    for (const CombinationPart& part : combination.all) {
      if (part.words.empty()) {
        compiled.parts.push_back(Resolved(part, patterns));
      } else {
        compiled.words.emplace_back(part.words);
      }
    }
    combinations_.push_back(std::move(compiled));
  }
}

std::vector<MetCombination> Combiner::Combine(const ScoredPost& scored,
                                              const EarlierEvidence& earlier,
                                              std::vector<Finding>& findings) const {
  std::vector<MetCombination> met;
  if ((findings.empty() && earlier.empty()) || combinations_.empty()) return met;
  std::vector<Candidate> candidates = CandidatesOf(scored.placeholders_count, findings);
  AddEarlier(earlier, candidates);
  for (size_t i = 0; i < combinations_.size(); ++i) {
    const auto& [combination, parts, words] = combinations_[i];
    if (parts.size() > GroupCount(candidates)) continue;  // each needs a group of its own
    std::vector<std::vector<Candidate>> choices;
    for (const FindingPart& part : parts) {
      choices.push_back(ChoicesOf(part, parts.size(), candidates));
    }
    const auto chosen = Assignment(std::move(choices)).Find();
    if (!chosen) continue;
    const auto words_met = FindWords(i, scored, earlier);
    if (!words_met) continue;
    const bool is_found_here = std::any_of(chosen->begin(), chosen->end(), IsHere);
    if (words_met->here.empty() && !is_found_here) continue;

    MetCombination here = Met(*combination, language_);
    if (!is_found_here) here.words = words_met->here;
    for (const EarlierPlace* place : words_met->earlier) here.earlier.push_back(*place);
    for (const Candidate& each : *chosen) {
      if (!IsHere(each)) here.earlier.push_back(*each.earlier);
    }
    for (const Candidate& each : *chosen) {
      if (!IsHere(each)) continue;
      Raise(here, *each.finding);
      here.parts.push_back(each.finding->places.front());
    }
    met.push_back(std::move(here));
  }
  return met;
}

Evidence Combiner::EvidenceOf(const ScoredPost& scored, std::vector<Finding>& findings) const {
  Evidence evidence;
  if (combinations_.empty()) return evidence;
  const std::vector<Candidate> candidates = CandidatesOf(scored.placeholders_count, findings);
  std::vector<Candidate> kept;
  for (const auto& [combination, parts, words] : combinations_) {
    for (const FindingPart& part : parts) {
      const auto choices = ChoicesOf(part, parts.size(), candidates);
      kept.insert(kept.end(), choices.begin(), choices.end());
    }
  }
  std::sort(kept.begin(), kept.end(), IsBefore);
  kept.erase(std::unique(kept.begin(), kept.end(), IsSame), kept.end());
  PlaceNames names(scored.post);
  for (const Candidate& each : kept) {
    const Place& at = each.finding->places.front();
    EarlierPlace place = names.Of(at.field, at.span);
    place.pattern = each.pattern;
    place.masked = each.finding->masked;
    evidence.items.push_back({each.pattern, each.score, each.group, std::move(place)});
  }
  AddWords(scored, names, evidence);
  return evidence;
}

std::optional<Combiner::WordsMet> Combiner::FindWords(size_t combination, const ScoredPost& scored,
                                                      const EarlierEvidence& earlier) const {
  WordsMet met;
  const auto& words = combinations_[combination].words;
  for (size_t part = 0; part < words.size(); ++part) {
    const auto here = FindFirst(words[part], scored.skeletons);
    if (here) {
      met.here.push_back({here->skeleton->field(), here->skeleton->ToOriginal(here->found.span)});
      continue;
    }
    const EarlierPlace* place = nullptr;
    for (const auto& evidence : earlier) {
      for (const Evidence::Words& each : evidence->words) {
        const bool is_it = each.combination == combination && each.part == part;
        if (is_it && place == nullptr) place = &each.place;
      }
    }
    if (place == nullptr) return std::nullopt;
    met.earlier.push_back(place);
  }
  return met;
}

void Combiner::AddWords(const ScoredPost& scored, PlaceNames& names, Evidence& evidence) const {
  for (size_t i = 0; i < combinations_.size(); ++i) {
    const auto& words = combinations_[i].words;
    for (size_t part = 0; part < words.size(); ++part) {
      const auto first = FindFirst(words[part], scored.skeletons);
      if (!first) continue;
      EarlierPlace place =
          names.Of(first->skeleton->field(), first->skeleton->ToOriginal(first->found.span));
      place.masked = first->found.phrase->text();
      evidence.words.push_back({i, part, std::move(place)});
    }
  }
}

}  // namespace gatepost
