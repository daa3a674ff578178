#include "tune/evaluation.h"

#include <algorithm>
#include <utility>

#include "judge/mask.h"

namespace gatepost {
namespace {

bool Touch(const Place& a, const Place& b) { return a.field == b.field && a.span.Overlaps(b.span); }

bool Touches(const Finding& finding, const Place& place) {
  return std::any_of(finding.places.begin(), finding.places.end(),
                     [&](const Place& its) { return Touch(its, place); });
}

bool IsExactly(const Finding& finding, const Place& place) {
  return std::find(finding.places.begin(), finding.places.end(), place) != finding.places.end();
}

bool IsRightAt(const Label& label, const std::string& pattern) {
  return label.pattern == pattern ||
         std::find(label.also.begin(), label.also.end(), pattern) != label.also.end();
}

bool Reaches(FoundAt at, Action action) {
  return at == FoundAt::kAny ||
         action >= (at == FoundAt::kBlock ? Action::kBlock : Action::kReview);
}

}  // namespace

std::string_view NameOf(FoundAt at) {
  switch (at) {
    case FoundAt::kAny:
      return "any";
    case FoundAt::kReview:
      return "review";
    case FoundAt::kBlock:
      break;
  }
  return "block";
}

Tally& Tally::operator+=(const Tally& other) {
  labels += other.labels;
  findings += other.findings;
  overlapping.found += other.overlapping.found;
  overlapping.right += other.overlapping.right;
  exact.found += other.exact.found;
  exact.right += other.exact.right;
  return *this;
}

PostTally& PostTally::operator+=(const PostTally& other) {
  posts += other.posts;
  held += other.held;
  return *this;
}

PostTallies& PostTallies::operator+=(const PostTallies& other) {
  labelled += other.labelled;
  clean += other.clean;
  hard_negatives += other.hard_negatives;
  return *this;
}

// A post's labels and findings held against each other.
class Evaluation::OnePost {
 public:
  OnePost(Evaluation& evaluation, const LabelledPost& labelled, const Verdict& verdict,
          const SourcePlace& where)
      : evaluation_(evaluation),
        result_(evaluation.result_),
        labelled_(labelled),
        verdict_(verdict),
        where_(where),
        language_(labelled.post.language) {}

  void Count() {
    ++result_.posts;
    if (!verdict_.is_complete) ++result_.incomplete;
    bool has_label = false;
    for (const Label& label : labelled_.labels) has_label = CountLabel(label) || has_label;
    for (const Finding& finding : verdict_.findings) {
      if (Counts(finding)) CountFinding(finding);
      if (evaluation_.options_.lists_phrases && !finding.phrases.empty()) ListPhrases(finding);
    }
    CountPost(has_label);
    if (!labelled_.group.empty()) CountInGroup(result_.groups[labelled_.group]);
  }

 private:
  [[nodiscard]] bool Counts(const Finding& finding) const {
    return Reaches(evaluation_.options_.at, finding.action);
  }
  [[nodiscard]] const std::string& IdOf(const Finding& finding) const {
    return evaluation_.set_[finding.pattern].id;
  }
  Tally& TallyOf(PatternIndex pattern) { return result_.patterns[pattern.number()][language_]; }

  struct Rightness {
    bool is_right = false;  // a label that has to be found is there
    bool is_exact = false;
    bool is_optional = false;  // an optional one is
  };
  [[nodiscard]] Rightness RightnessOf(const Finding& finding) const;
  void ListPhrases(const Finding& finding);

  // Whether the label is one that has to be found.
  bool CountLabel(const Label& label);
  void CountFinding(const Finding& finding);
  void CountPost(bool has_label);
  void CountInGroup(GroupTally& group) const;
  // Why a label was not found, or not exactly.
  [[nodiscard]] std::string WhyMissed(PatternIndex pattern, const Place& place) const;
  [[nodiscard]] std::string WhyAlarmed(const Finding& finding) const;
  [[nodiscard]] Slip SlipAt(const Place& place, const std::string& pattern) const;
  void ListMiss(const Label& label, PatternIndex pattern);
  void ListAlarm(const Finding& finding);

  Evaluation& evaluation_;
  EvaluationResult& result_;
  const LabelledPost& labelled_;
  const Verdict& verdict_;
  const SourcePlace& where_;
  std::string language_;
};

bool Evaluation::OnePost::CountLabel(const Label& label) {
  const auto known = evaluation_.index_of_.find(label.pattern);
  if (known == evaluation_.index_of_.end()) {
    ++result_.left_out[label.pattern];
    return false;
  }
  if (label.is_optional) return false;
  bool is_found = false;
  bool is_found_exactly = false;
  for (const Finding& finding : verdict_.findings) {
    if (!IsRightAt(label, IdOf(finding)) || !Counts(finding)) continue;
    is_found = is_found || Touches(finding, label.place);
    is_found_exactly = is_found_exactly || IsExactly(finding, label.place);
  }
  Tally& tally = TallyOf(known->second);
  ++tally.labels;
  tally.overlapping.found += is_found ? 1U : 0U;
  tally.exact.found += is_found_exactly ? 1U : 0U;
  if (!is_found_exactly && evaluation_.options_.lists_misses) ListMiss(label, known->second);
  return true;
}

Evaluation::OnePost::Rightness Evaluation::OnePost::RightnessOf(const Finding& finding) const {
  Rightness its;
  for (const Label& label : labelled_.labels) {
    if (!IsRightAt(label, IdOf(finding)) || !Touches(finding, label.place)) continue;
    its.is_optional = its.is_optional || label.is_optional;
    if (label.is_optional) continue;
    its.is_right = true;
    its.is_exact = its.is_exact || IsExactly(finding, label.place);
  }
  return its;
}

void Evaluation::OnePost::CountFinding(const Finding& finding) {
  const Rightness its = RightnessOf(finding);
  if (!its.is_right && its.is_optional) return;
  Tally& tally = TallyOf(finding.pattern);
  ++tally.findings;
  tally.overlapping.right += its.is_right ? 1U : 0U;
  tally.exact.right += its.is_exact ? 1U : 0U;
  if (!its.is_right && evaluation_.options_.lists_alarms) ListAlarm(finding);
}

void Evaluation::OnePost::ListPhrases(const Finding& finding) {
  const Rightness its = RightnessOf(finding);
  if (!its.is_right && its.is_optional) return;
  result_.phrases.push_back({IdOf(finding), labelled_.origin, labelled_.split, finding.score,
                             its.is_right, finding.phrases});
}

void Evaluation::OnePost::CountPost(bool has_label) {
  PostTallies& tallies = result_.languages[language_];
  const bool is_clean = labelled_.labels.empty();
  if (!is_clean && !has_label) return;
  PostTally& tally = !is_clean                         ? tallies.labelled
                     : labelled_.hard_negative.empty() ? tallies.clean
                                                       : tallies.hard_negatives;
  const FoundAt at = evaluation_.options_.at;
  const bool is_held =
      at == FoundAt::kAny ? !verdict_.findings.empty() : Reaches(at, verdict_.would_be);
  ++tally.posts;
  tally.held += is_held ? 1U : 0U;
}

void Evaluation::OnePost::CountInGroup(GroupTally& group) const {
  ++group.posts;
  group.to_review += verdict_.would_be == Action::kReview ? 1U : 0U;
  group.blocked += verdict_.would_be == Action::kBlock ? 1U : 0U;
}

std::string Evaluation::OnePost::WhyMissed(PatternIndex pattern, const Place& place) const {
  std::string why = "not found";
  for (const Finding& finding : verdict_.findings) {
    if (!Touches(finding, place)) continue;
    if (finding.pattern != pattern) {
      why = "found as " + IdOf(finding);
      continue;
    }
    if (Counts(finding)) return "found with other edges";
    return "found, but its score " + std::to_string(finding.score) + " means " +
           std::string(NameOf(finding.action));
  }
  return why;
}

std::string Evaluation::OnePost::WhyAlarmed(const Finding& finding) const {
  std::string why =
      "score " + std::to_string(finding.score) + ", " + std::string(NameOf(finding.action));
  for (const Label& label : labelled_.labels) {
    if (Touches(finding, label.place)) return why + "; labelled " + label.pattern;
  }
  if (!labelled_.hard_negative.empty()) why += "; imitates " + labelled_.hard_negative;
  return why;
}

Slip Evaluation::OnePost::SlipAt(const Place& place, const std::string& pattern) const {
  const Field& field = labelled_.post.fields[place.field.number()];
  return {.where = where_,
          .pattern = pattern,
          .field = std::string(NameOf(field.kind)),
          .nth = field.nth,
          .span = place.span,
          .value = std::string(Cut(field.text, place.span)),
          .why = {},
          .origin = labelled_.origin};
}

void Evaluation::OnePost::ListMiss(const Label& label, PatternIndex pattern) {
  Slip slip = SlipAt(label.place, label.pattern);
  if (!evaluation_.options_.shows_values) {
    slip.value = Masked(evaluation_.set_[pattern].mask, slip.value);
  }
  slip.why = WhyMissed(pattern, label.place);
  result_.misses.push_back(std::move(slip));
}

void Evaluation::OnePost::ListAlarm(const Finding& finding) {
  Slip slip = SlipAt(finding.places.front(), IdOf(finding));
  if (!evaluation_.options_.shows_values) slip.value = finding.masked;
  slip.why = WhyAlarmed(finding);
  result_.alarms.push_back(std::move(slip));
}

Evaluation::Evaluation(const PatternSet& set, EvaluationOptions options)
    : set_(set), options_(options) {
  for (size_t i = 0; i < set.patterns().size(); ++i) {
    index_of_.emplace(set.patterns()[i].id, PatternIndex(i));
  }
  result_.patterns.resize(set.patterns().size());
}

void Evaluation::Add(const LabelledPost& labelled, const Verdict& verdict,
                     const SourcePlace& where) {
  OnePost(*this, labelled, verdict, where).Count();
}

}  // namespace gatepost
