#include "judge/scorer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "judge/mask.h"
#include "judge/obfuscation.h"

namespace gatepost {
namespace {

constexpr size_t kUsualReasons = 6;

void AddReason(Reason::Kind kind, int points, std::string detail, Finding& finding) {
  finding.reasons.push_back({kind, points, std::move(detail)});
  finding.score += points;
}

void AddLabel(const std::string& label, Finding& finding) {
  if (label.empty() || HasLabel(finding, label)) return;
  finding.labels.push_back(label);
}

bool IsDigitAt(std::string_view text, int64_t at) {
  return at >= 0 && at < static_cast<int64_t>(text.size()) &&
         IsDigit(text[static_cast<size_t>(at)]);
}

bool IsSeparatorAt(std::string_view text, int64_t at) {
  constexpr std::string_view kSeparators = " .-/";
  return at >= 0 && at < static_cast<int64_t>(text.size()) &&
         kSeparators.find(text[static_cast<size_t>(at)]) != std::string_view::npos;
}

// Another match beside this one holds the byte at `at`: two values side by side are not one longer
// one.
bool IsInOtherMatch(std::span<const Match> matches, size_t which, int64_t at) {
  const auto holds = [&](const Match& other) {
    return other.span.begin <= at && at < other.span.end &&
           !other.span.Overlaps(matches[which].span);
  };
  // Neighbours only: a match that begins far before and reaches here would overlap this one.
  const size_t from = which < 8 ? 0 : which - 8;
  const size_t to = std::min(matches.size(), which + 9);
  for (size_t i = from; i < to; ++i) {
    if (i != which && holds(matches[i])) return true;
  }
  return false;
}

// A digit one separator away from a value that begins or ends with a digit.
bool HasDigitBeside(std::string_view text, std::span<const Match> matches, size_t which) {
  const int64_t begin = matches[which].span.begin;
  const int64_t end = matches[which].span.end;
  const bool is_before = IsDigitAt(text, begin) && IsSeparatorAt(text, begin - 1) &&
                         IsDigitAt(text, begin - 2) && !IsInOtherMatch(matches, which, begin - 2);
  const bool is_after = IsDigitAt(text, end - 1) && IsSeparatorAt(text, end) &&
                        IsDigitAt(text, end + 1) && !IsInOtherMatch(matches, which, end + 1);
  return is_before || is_after;
}

bool IsOf(PostKind kind, const Context& group) {
  return std::find(group.kinds.begin(), group.kinds.end(), kind) != group.kinds.end();
}

// What of each group of a pattern stands near a match; of most patterns without memory of its own.
class FoundGroups {
 public:
  explicit FoundGroups(size_t groups) : size_(groups) {
    if (groups > few_.size()) many_.resize(groups);
  }
  [[nodiscard]] std::span<GroupFound> all() {
    return many_.empty() ? std::span<GroupFound>(few_.data(), size_) : std::span<GroupFound>(many_);
  }

 private:
  size_t size_;
  std::array<GroupFound, 12> few_{};
  std::vector<GroupFound> many_;
};

Action ActionFor(const Finding& finding, const PatternRule& rule, bool placeholders_count) {
  if (HasLabel(finding, kOfficialLabel)) return Action::kPass;
  if (!placeholders_count && HasLabel(finding, kPlaceholderLabel)) return Action::kPass;
  if (finding.score >= rule.thresholds.block) return Action::kBlock;
  return finding.score >= rule.thresholds.review ? Action::kReview : Action::kPass;
}

}  // namespace

Scorer::Scorer(const std::vector<Pattern>& patterns, const RuleBook& rules, bool keeps_phrases)
    : patterns_(patterns), rules_(rules), companions_(patterns), keeps_phrases_(keeps_phrases) {
  for (const Pattern& pattern : patterns) {
    contexts_.emplace_back(pattern.contexts);
    weights_.emplace_back(pattern.weights);
    name_words_.emplace_back(names_.emplace_back("<" + pattern.id + ">"));
  }
}

const WordWeights& Scorer::PatternWeights::ByPhrase() const {
  std::call_once(is_made_, [this] { by_phrase_.emplace(*weights_); });
  return *by_phrase_;
}

const PatternPhrases& Scorer::ContextPhrases::Split() const {
  std::call_once(is_split_, [this] { phrases_.emplace(*groups_); });
  return *phrases_;
}

void Scorer::FindContext(const MatchInText& where, std::span<GroupFound> found) const {
  const Match& match = where.match();
  if (found.empty()) return;
  const PatternPhrases& phrases = contexts_[match.pattern.number()].Split();
  // Without the words of the companions beside it.
  const std::vector<Span> apart = companions_.SpansBeside(where);
  auto before = where.words.Before(match.span.begin, phrases.words_before());
  auto after = where.words.After(match.span.end, phrases.words_after());
  before.Drop(where.text(), apart);
  after.Drop(where.text(), apart);
  phrases.Find({before.begin(), before.end()}, {after.begin(), after.end()}, found);
}

Scorer::Near Scorer::NearOf(const Pattern& pattern, std::span<const GroupFound> found,
                            PostKind kind) {
  Near near = Near::kNothing;
  for (size_t i = 0; i < found.size(); ++i) {
    const Context& group = pattern.contexts[i];
    if (group.rules_out && found[i].against != nullptr) return Near::kRuledOut;
    if (!group.is_required) continue;
    if (IsOf(kind, group)) near = std::max(near, Near::kRequiredKind);
    if (found[i].near != nullptr) near = Near::kRequired;
  }
  return near;
}

void Scorer::AddContext(const Pattern& pattern, std::span<const GroupFound> found, PostKind kind,
                        Finding& finding) {
  for (size_t i = 0; i < found.size(); ++i) {
    const Context& group = pattern.contexts[i];
    if (IsOf(kind, group)) {
      AddReason(Reason::Kind::kPostKind, group.points, std::string(NameOf(kind)), finding);
    }
    if (found[i].near != nullptr) {
      AddReason(Reason::Kind::kContext, group.points, std::string(found[i].near->text()), finding);
    }
    if (found[i].against != nullptr) {
      AddReason(Reason::Kind::kAgainst, group.against_points, std::string(found[i].against->text()),
                finding);
    }
  }
}

void Scorer::AddWeights(const MatchInText& where, PostKind kind, Finding& finding) const {
  const PatternWeights& weights = weights_[finding.pattern.number()];
  if (weights.weights().phrases.empty()) return;
  const std::vector<Match> beside = companions_.MatchesBeside(where);
  std::vector<NamedSpan> others;
  others.reserve(beside.size());
  for (const Match& other : beside) {
    others.push_back({other.span, name_words_[other.pattern.number()]});
  }
  const PhrasesAround phrases({where.words, where.match().span, others, kind},
                              weights.weights().within_words);
  if (keeps_phrases_) {
    finding.phrases = AllOf(phrases);
    return;
  }
  WordWeights::Sum sum = weights.ByPhrase().Of(phrases);
  if (sum.points == 0) return;
  AddReason(Reason::Kind::kWeights, sum.points, std::move(sum.strongest), finding);
}

void Scorer::AddValueRules(const Match& match, std::string_view value, Finding& finding) const {
  const Pattern& pattern = patterns_[match.pattern.number()];
  const std::string canonical = Canonical(pattern.canonical, value);
  for (const ValueRule& rule : pattern.values) {
    if (!Applies(rule, canonical)) continue;
    AddLabel(rule.label, finding);
    if (rule.points != 0) AddReason(Reason::Kind::kValue, rule.points, rule.label, finding);
  }
  if (rules_.IsOfficial(match.pattern, canonical)) AddLabel(std::string(kOfficialLabel), finding);
}

std::optional<Finding> Scorer::Score(const MatchInText& where, const PostTraits& post) const {
  const Skeleton& skeleton = where.skeleton;
  const Match& match = where.match();
  const PatternRule& rule = post.rules.patterns[match.pattern.number()];
  if (!rule.is_enabled) return std::nullopt;
  const Pattern& pattern = patterns_[match.pattern.number()];
  const Variant& variant = pattern.variants[match.variant.number()];
  const std::string_view value = Cut(skeleton.text(), match.span);

  FoundGroups groups(pattern.contexts.size());
  FindContext(where, groups.all());
  const Near near = NearOf(pattern, groups.all(), post.kind);
  if (near == Near::kRuledOut) return std::nullopt;
  const std::optional<PatternIndex> companion = companions_.Beside(where);
  // Nearly all matches of patterns that require something end here.
  if (near == Near::kNothing && !companion && RequiresContext(pattern)) return std::nullopt;

  Finding finding;
  finding.reasons.reserve(kUsualReasons);
  finding.pattern = match.pattern;
  finding.variant = match.variant;
  AddReason(Reason::Kind::kBase, variant.base, variant.name, finding);
  if (!variant.checks.empty()) AddReason(Reason::Kind::kCheckDigit, variant.valid, {}, finding);
  AddContext(pattern, groups.all(), post.kind, finding);
  if (companion) {
    AddReason(Reason::Kind::kCompanion, pattern.companion.points, patterns_[companion->number()].id,
              finding);
  }
  AddWeights(where, post.kind, finding);
  AddValueRules(match, value, finding);
  if (match.is_shortened || HasDigitBeside(skeleton.text(), where.matches, where.which)) {
    AddReason(Reason::Kind::kInsideLongerRun, kInsideLongerRunPoints, {}, finding);
  }
  const Place place{skeleton.field(), skeleton.ToOriginal(match.span)};
  AddObfuscation(WaysIn(skeleton.changes(), place.span), finding);
  if (rule.points != 0) AddReason(Reason::Kind::kOverride, rule.points, {}, finding);
  finding.places.push_back(place);
  finding.masked = Masked(pattern.mask, value);
  finding.advice = rule.advice;
  finding.action = ActionFor(finding, rule, post.rules.placeholders_count);
  const bool is_by_kind = near == Near::kRequiredKind && !companion;
  const int least = std::min(kLikelyScore, rule.thresholds.review);
  if (is_by_kind && finding.score < least && !keeps_phrases_) return std::nullopt;
  return finding;
}

}  // namespace gatepost
