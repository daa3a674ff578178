#include "pattern/lint.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "regex/trigger.h"

namespace gatepost {
namespace {

constexpr size_t kWantedExamples = 5;

// Looks at one pattern after the other; borrows them.
class Linter {
 public:
  explicit Linter(const std::vector<Pattern>& patterns) {
    for (const Pattern& pattern : patterns) ids_.insert(pattern.id);
  }

  void Look(const Pattern& pattern) {
    pattern_ = &pattern;
    LookAtTriggers();
    LookAtLengths();
    LookAtExamples();
    LookAtExcludes();
    if (pattern.references.empty()) {
      Error("has no `references`. Name the published rules that it follows.", pattern.where);
    }
    if (pattern.advice.empty()) {
      Error("has no `advice`. Say in one sentence what the author should do.", pattern.where);
    }
    if (pattern.welsh.advice.empty()) {
      Error("has no `advice` in Welsh. Give `name` and `advice` below [cy].", pattern.where);
    }
  }

  [[nodiscard]] std::vector<LintFinding> TakeFindings() { return std::move(findings_); }

 private:
  void Error(std::string message, const SourcePlace& where) {
    findings_.push_back({true, pattern_->id, std::move(message), where});
  }
  void Warning(std::string message, const SourcePlace& where) {
    findings_.push_back({false, pattern_->id, std::move(message), where});
  }

  void LookAtTriggers() {
    // Its phrases are looked for instead, unless something else can stand for them.
    if (RequiresPhrase(*pattern_)) return;
    for (const Variant& variant : pattern_->variants) {
      if (FindTrigger(variant.regex)) continue;
      Error(
          "this variant has nothing rare that every match contains, so every post would have to be "
          "searched for it. Begin the regex at its rarest part, or make the context `required`.",
          variant.where);
    }
  }

  // A weighted sum accepts values of one length only.
  void LookAtLengths() {
    for (const Variant& variant : pattern_->variants) {
      for (const Check& check : variant.checks) {
        const auto* sum = std::get_if<WeightedSum>(&check);
        if (sum == nullptr || sum->weights.size() < variant.regex.max_width()) continue;
        Error("the check wants " + std::to_string(sum->weights.size() + 1) +
                  " characters, but the regex matches " +
                  std::to_string(variant.regex.max_width()) +
                  " at most. Correct `weights` or the regex.",
              variant.where);
      }
    }
  }

  void LookAtExamples() {
    for (const Example& example : pattern_->examples) {
      if (example.text.find(example.span) != std::string::npos) continue;
      Error("`span` is not in `text`. Copy it from there, byte for byte.", example.where);
    }
    WarnOfFew("[[match]]", pattern_->examples.size());
    WarnOfFew("[[no_match]]", pattern_->counter_examples.size());
  }

  void WarnOfFew(std::string_view kind, size_t count) {
    if (count >= kWantedExamples) return;
    Warning("has " + std::to_string(count) + " " + std::string(kind) + " of the " +
                std::to_string(kWantedExamples) + " wanted. Add more ways of writing it.",
            pattern_->where);
  }

  void LookAtExcludes() {
    for (const std::string& id : pattern_->excludes) {
      if (id == pattern_->id) {
        Error("`excludes` names the pattern itself. Leave it out.", pattern_->where);
      } else if (!ids_.contains(id)) {
        Error("`excludes` names " + id + ", which no pattern is. Correct or leave it out.",
              pattern_->where);
      }
    }
  }

  std::set<std::string_view> ids_;
  const Pattern* pattern_ = nullptr;  // being looked at
  std::vector<LintFinding> findings_;
};

}  // namespace

std::vector<LintFinding> Lint(const std::vector<Pattern>& patterns) {
  Linter linter(patterns);
  for (const Pattern& pattern : patterns) linter.Look(pattern);
  return linter.TakeFindings();
}

}  // namespace gatepost
