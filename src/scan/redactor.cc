#include "scan/redactor.h"

#include <algorithm>
#include <string>

#include "judge/cluster.h"
#include "judge/mask.h"
#include "scan/redacted_text.h"
#include "scan/space_beside.h"
#include "text/fold.h"

namespace gatepost {
namespace {

// Rounds that redact only what the rules say; later ones redact whatever is still found, and a post
// that is not clean after the last is withheld.
constexpr int kCarefulRounds = 8;
constexpr int kMaxRounds = 16;
// Times that a place is edited: in the way asked for, as a label, as something that says nothing.
constexpr uint8_t kMaxTries = 3;

bool IsOfInvalidText(const Problem& problem) {
  return problem.code == "invalid_utf8" || problem.code == "nul_byte";
}

std::string_view Unnamed(Language language) {
  return language == Language::kWelsh ? "[data personol]" : "[personal data]";
}

}  // namespace

std::string_view WithheldText(Language language) {
  return language == Language::kWelsh ? "[testun wedi'i ddal yn ôl]" : "[text withheld]";
}

// One post on its way to its redaction.
class Redactor::PostRedaction {
 public:
  PostRedaction(Redactor& redactor, const Post& post)
      : redactor_(redactor), rules_(redactor.rules_), post_(post), safe_(post) {
    safe_.problems.clear();
    for (const Field& field : post.fields) texts_.emplace_back(field.text);
  }

  Redaction Run(const Verdict& first, const Rescan& rescan) {
    redaction_.action = first.action;
    redaction_.is_complete = first.is_complete;
    redaction_.problems = first.problems;
    if (!MayGoOn(first.problems)) return WithholdAll(rescan);
    Verdict verdict;
    for (int round = 0; Edit(round == 0 ? first : verdict, round); ++round) {
      if (round == kMaxRounds || is_beyond_help_) return WithholdAll(rescan);
      for (size_t i = 0; i < texts_.size(); ++i) safe_.fields[i].text = texts_[i].text();
      verdict = rescan(safe_);
      if (!MayGoOn(verdict.problems)) return WithholdAll(rescan);
    }
    return Done();
  }

 private:
  // A place to be redacted, in the original of its field.
  struct Target {
    Span span;
    const Finding* finding = nullptr;  // the gravest there; none: words
    bool is_whole = false;             // it alone is there
  };

  [[nodiscard]] bool MayGoOn(const std::vector<Problem>& problems) const {
    return std::all_of(problems.begin(), problems.end(), [&](const Problem& problem) {
      return problem.kind != ProblemKind::kUnread ||
             (rules_.keeps_invalid && IsOfInvalidText(problem));
    });
  }

  // Edits whatever in the texts must not stay there; false if there is nothing.
  bool Edit(const Verdict& verdict, int round) {
    const Action least = round < kCarefulRounds ? rules_.least : Action::kPass;
    std::vector<const Finding*> findings = redactor_.WithoutLookAlikes(safe_, verdict.findings);
    std::erase_if(findings,
                  [](const Finding* finding) { return HasLabel(*finding, kOfficialLabel); });
    bool is_edited = false;
    for (size_t i = 0; i < texts_.size(); ++i) {
      std::vector<Target> targets = TargetsIn(FieldIndex(i), findings, least);
      AddWords(FieldIndex(i), verdict.combinations, targets);
      is_edited |= !targets.empty();
      texts_[i].Add(
          EditsFor(texts_[i], Merged(WithoutGaps(texts_[i], Merged(std::move(targets))))));
    }
    return is_edited;
  }

  [[nodiscard]] std::vector<Target> TargetsIn(FieldIndex field,
                                              const std::vector<const Finding*>& findings,
                                              Action least) const {
    std::vector<Target> targets;
    for (const Cluster& cluster : ClustersIn(field, findings)) {
      const Finding& gravest = *cluster.gravest;
      if (gravest.action < least) continue;
      const bool is_whole =
          gravest.places.size() == 1 && gravest.places.front().span == cluster.span;
      targets.push_back({texts_[field.number()].ToOriginal(cluster.span), &gravest, is_whole});
    }
    return targets;
  }

  void AddWords(FieldIndex field, const std::vector<MetCombination>& combinations,
                std::vector<Target>& targets) const {
    for (const MetCombination& met : combinations) {
      if (met.action < rules_.least) continue;
      for (const Place& place : met.words) {
        if (place.field == field) {
          targets.push_back({texts_[field.number()].ToOriginal(place.span)});
        }
      }
    }
  }

  // In order, those that overlap made one. Two findings may reach into one earlier edit.
  [[nodiscard]] static std::vector<Target> Merged(std::vector<Target> targets) {
    std::sort(targets.begin(), targets.end(),
              [](const Target& a, const Target& b) { return a.span.begin < b.span.begin; });
    std::vector<Target> merged;
    for (const Target& target : targets) {
      if (merged.empty() || !merged.back().span.Overlaps(target.span)) {
        merged.push_back(target);
        continue;
      }
      Target& last = merged.back();
      last.span.end = std::max(last.span.end, target.span.end);
      last.is_whole = false;
      if (last.finding == nullptr) last.finding = target.finding;
    }
    return merged;
  }

  // With the spaces that would be left over, where the targets are removed.
  [[nodiscard]] std::vector<Target> WithoutGaps(const RedactedText& text,
                                                std::vector<Target> targets) const {
    if (rules_.way != RedactAs::kRemove) return targets;
    SpaceBeside space(text.original());
    for (Target& target : targets) {
      target.span = text.WithWholeEdits(space.WithoutGap(target.span));
    }
    return targets;
  }

  [[nodiscard]] std::vector<RedactedText::Edit> EditsFor(const RedactedText& text,
                                                         const std::vector<Target>& targets) {
    std::vector<RedactedText::Edit> edits;
    for (const Target& target : targets) {
      RedactedText::Edit edit{.span = target.span, .tries = text.TriesIn(target.span)};
      // What is found in a look-alike or label does not change what was there.
      edit.pattern = text.PatternAt(target.span);
      if (!edit.pattern && target.finding != nullptr) edit.pattern = target.finding->pattern;
      if (rules_.way != RedactAs::kRemove) {
        is_beyond_help_ |= edit.tries >= kMaxTries;
        Write(Cut(text.original(), target.span), target, edit);
      }
      edits.push_back(std::move(edit));
    }
    return edits;
  }

  // Writes what stands in the place of `original`: what was asked for, a label, or something that
  // says nothing.
  void Write(std::string_view original, const Target& target, RedactedText::Edit& edit) {
    const bool is_first = edit.tries == 0;
    if (is_first && rules_.way == RedactAs::kMask) {
      edit.text = target.is_whole ? target.finding->masked : Masked({}, Folded(original));
    } else if (!edit.pattern || edit.tries > 1) {
      edit.text = Unnamed(rules_.language);
    } else if (!is_first || rules_.way != RedactAs::kReplace || !target.is_whole ||
               !WriteLookAlike(original, edit)) {
      const Pattern& pattern = redactor_.patterns_[edit.pattern->number()];
      edit.text = ReplacementIn(rules_.language, pattern);
    }
  }

  bool WriteLookAlike(std::string_view original, RedactedText::Edit& edit) {
    auto look_alike = redactor_.look_alikes_.For(*edit.pattern, Folded(original));
    if (!look_alike) return false;
    edit.text = std::move(look_alike->text);
    edit.range = look_alike->range;
    return true;
  }

  Redaction WithholdAll(const Rescan& rescan) {
    redaction_.is_withheld = true;
    for (size_t i = 0; i < post_.fields.size(); ++i) {
      if (post_.fields[i].text.empty()) continue;
      safe_.fields[i].text = WithheldText(rules_.language);
      AddText(FieldIndex(i));
    }
    static_cast<void>(rescan(safe_));
    return std::move(redaction_);
  }

  Redaction Done() {
    for (size_t i = 0; i < texts_.size(); ++i) {
      AddText(FieldIndex(i));
      for (const RedactedText::Edit& edit : texts_[i].edits()) Count(edit);
    }
    return std::move(redaction_);
  }

  void AddText(FieldIndex field) {
    const std::string_view text = safe_.fields[field.number()].text;
    if (text == post_.fields[field.number()].text) return;
    redaction_.texts.push_back({field, std::string(text)});
  }

  void Count(const RedactedText::Edit& edit) {
    if (!edit.pattern) {
      ++redaction_.redacted_words;
      return;
    }
    ++redaction_.redacted[*edit.pattern];
    if (!edit.range.empty()) ++redaction_.look_alikes[{*edit.pattern, edit.range}];
  }

  Redactor& redactor_;
  const RedactionRules& rules_;
  const Post& post_;
  Post safe_;  // the post as redacted so far
  std::vector<RedactedText> texts_;
  Redaction redaction_;
  bool is_beyond_help_ = false;  // some place was edited in every way there is
};

Redactor::Redactor(const std::vector<Pattern>& patterns, const RedactionRules& rules)
    : patterns_(patterns), rules_(rules), look_alikes_(patterns) {}

Redaction Redactor::Redact(const Post& post, const Verdict& verdict, const Rescan& rescan) {
  return PostRedaction(*this, post).Run(verdict, rescan);
}

std::vector<const Finding*> Redactor::WithoutLookAlikes(
    const Post& post, const std::vector<Finding>& findings) const {
  std::vector<const Finding*> others;
  for (const Finding& finding : findings) others.push_back(&finding);
  if (rules_.way != RedactAs::kReplace) return others;
  std::vector<Place> look_alikes;
  for (const Finding& finding : findings) {
    if (finding.places.size() != 1) continue;
    const Place& place = finding.places.front();
    const std::string_view original = Cut(post.fields[place.field.number()].text, place.span);
    if (look_alikes_.Holds(finding.pattern, Folded(original))) look_alikes.push_back(place);
  }
  const auto is_within_one = [&look_alikes](const Place& place) {
    return std::any_of(look_alikes.begin(), look_alikes.end(), [&place](const Place& look_alike) {
      return look_alike.field == place.field && look_alike.span.Contains(place.span);
    });
  };
  std::erase_if(others, [&](const Finding* finding) {
    return std::all_of(finding->places.begin(), finding->places.end(), is_within_one);
  });
  return others;
}

bool IsWithheldAsAWhole(const Post& post) {
  return std::any_of(post.problems.begin(), post.problems.end(), [](const Problem& problem) {
    return problem.kind == ProblemKind::kUnread && problem.code != "invalid_utf8";
  });
}

}  // namespace gatepost
