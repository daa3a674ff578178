#include "tune/pattern_proof.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <utility>

#include "base/ascii.h"
#include "match/cues.h"
#include "pattern/default_policy.h"
#include "regex/sample.h"
#include "regex/trigger.h"
#include "scan/scanner.h"
#include "text/skeletoniser.h"
#include "tune/surroundings.h"

namespace gatepost {
namespace {

constexpr size_t kSamplesPerVariant = 200;

// A span for people, without the line breaks an example may have.
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '\n' ? ' ' : c;
  return quoted + '"';
}

// Every value that differs from `value` in one digit or by two neighbouring digits swapped.
std::vector<std::string> Changed(const std::string& value) {
  std::vector<std::string> all;
  std::optional<size_t> previous;
  for (size_t i = 0; i < value.size(); ++i) {
    if (!IsDigit(value[i])) continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == value[i]) continue;
      all.push_back(value);
      all.back()[i] = digit;
    }
    if (previous && value[*previous] != value[i]) {
      all.push_back(value);
      std::swap(all.back()[*previous], all.back()[i]);
    }
    previous = i;
  }
  return all;
}

class PatternTester {
 public:
  PatternTester(const std::shared_ptr<const PatternSet>& set, const Policy& policy,
                PatternIndex pattern, std::chrono::sys_days as_of)
      : set_(*set),
        index_(pattern),
        pattern_((*set)[pattern]),
        scanner_(set, policy,
                 {.as_of = as_of,
                  .makes_suggestions = false,
                  .looks_twice = false,  // the patterns alone are proven
                  .keeps_hidden = true}),
        worker_(scanner_),
        scratch_(set_.matcher().NewScratch()) {}

  PatternTestResult Run() {
    result_.pattern = pattern_.id;
    for (const Example& example : pattern_.examples) {
      TestExample(example);
      TestWrapped(example);
      TestChanged(example);
    }
    for (const CounterExample& example : pattern_.counter_examples) TestCounter(example);
    for (const Variant& variant : pattern_.variants) TestGenerated(variant);
    return std::move(result_);
  }

 private:
  void AddFailure(std::string message, const SourcePlace& where) {
    result_.failures.push_back({std::move(message), where});
  }

  // The pattern's findings in `text`, through the whole pipeline, hidden ones too.
  std::vector<Finding> FindingsIn(std::string_view text) {
    Post post;
    post.fields.push_back({FieldKind::kText, 0, text, nullptr});
    std::vector<Finding> mine = scanner_.Scan(post, worker_).findings;
    std::erase_if(mine, [&](const Finding& finding) { return finding.pattern != index_; });
    return mine;
  }

  // The engine finds the pattern in `text` at exactly `span` of the original, with a cue behind it
  // if it asks for one.
  bool EngineFinds(std::string text, Span span) {
    const Cues cues(pattern_);
    if (!cues.empty()) text += "\n= " + cues.words().front();
    batch_.Clear();
    batch_.AddPlain(PostIndex(0), FieldIndex(0), text);
    if (!set_.matcher().FindMatches(batch_, *scratch_, matches_)) return false;
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      return match.pattern == index_ && batch_[match.skeleton].ToOriginal(match.span) == span;
    });
  }

  void TestExample(const Example& example) {
    ++result_.counts.examples;
    const std::vector<Finding> findings = FindingsIn(example.text);
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
      return !finding.is_hidden && Cut(example.text, finding.places.front().span) == example.span;
    });
    if (found != findings.end()) {
      if (example.action && *example.action != NameOf(found->action)) {
        AddFailure("the match calls for " + std::string(NameOf(found->action)) + " (score " +
                       std::to_string(found->score) + "), not for " + *example.action + ".",
                   example.where);
      }
      return;
    }
    std::string message = "the match " + Quoted(example.span) + " is not found";
    if (findings.empty()) {
      message += ".";
    } else {
      message +=
          "; found instead: " + Quoted(Cut(example.text, findings.front().places.front().span)) +
          ".";
    }
    AddFailure(std::move(message), example.where);
  }

  void TestCounter(const CounterExample& example) {
    ++result_.counts.counters;
    for (const Finding& finding : FindingsIn(example.text)) {
      AddFailure("finds " + Quoted(Cut(example.text, finding.places.front().span)) + " (score " +
                     std::to_string(finding.score) +
                     ") where nothing should be found: " + example.why + ".",
                 example.where);
    }
  }

  void TestWrapped(const Example& example) {
    for (const Surroundings& around : SurroundingsFor(pattern_.edges)) {
      ++result_.counts.wrapped;
      const std::string text =
          std::string(around.before) + example.span + std::string(around.after);
      const auto begin = static_cast<uint32_t>(around.before.size());
      if (EngineFinds(text, {begin, begin + static_cast<uint32_t>(example.span.size())})) continue;
      AddFailure("the value is not found as it stands in " + Quoted(text) + ".", example.where);
    }
  }

  // Some variant's regex matches all of `folded` and its checks accept it.
  bool IsAccepted(const std::string& folded, bool& has_checked_shape) const {
    for (const Variant& variant : pattern_.variants) {
      if (!MatchesWhole(variant.regex, folded)) continue;
      has_checked_shape |= !variant.checks.empty();
      if (ChecksAccept(variant, Compacted(folded, pattern_.compact))) return true;
    }
    return false;
  }

  void TestChanged(const Example& example) {
    const std::string value = Folded(example.span);
    for (const std::string& changed : Changed(value)) {
      bool has_checked_shape = false;
      const bool is_accepted = IsAccepted(changed, has_checked_shape);
      if (!has_checked_shape) continue;
      ++(is_accepted ? result_.counts.unnoticed : result_.counts.flipped);
      const Span span{0, static_cast<uint32_t>(changed.size())};
      if (EngineFinds(changed, span) == is_accepted) continue;
      AddFailure("a changed value, " + Quoted(changed) + ", is " +
                     (is_accepted ? "not found although" : "found although not") +
                     " accepted by the checks.",
                 example.where);
    }
  }

  void TestGenerated(const Variant& variant) {
    std::mt19937_64 random(result_.counts.generated);
    const std::optional<Trigger> trigger = FindTrigger(variant.regex);
    for (size_t i = 0; i < kSamplesPerVariant; ++i) {
      ++result_.counts.generated;
      const std::string sample = Sample(variant.regex, random);
      if (!MatchesWhole(variant.regex, sample)) {
        AddFailure("its own sample " + Quoted(sample) + " is not matched by the regex.",
                   variant.where);
      }
      if (trigger && !Fires(*trigger, sample)) {
        AddFailure("the trigger does not fire on the sample " + Quoted(sample) + ".",
                   variant.where);
      }
      if (ChecksAccept(variant, Compacted(sample, pattern_.compact)) &&
          EdgesHold(pattern_.edges, sample, {0, static_cast<uint32_t>(sample.size())}) &&
          !EngineFinds(sample, {0, static_cast<uint32_t>(sample.size())})) {
        AddFailure("the engine does not find the sample " + Quoted(sample) + ".", variant.where);
      }
    }
  }

  const PatternSet& set_;
  PatternIndex index_;
  const Pattern& pattern_;
  Scanner scanner_;
  Worker worker_;
  std::unique_ptr<Matcher::Scratch> scratch_;
  SkeletonBatch batch_;
  MatchList matches_;
  PatternTestResult result_;
};

// Each failure once, with the engines that have it unless all do.
std::vector<TestFailure> JoinedFailures(const EngineSets& sets,
                                        const std::vector<PatternTestResult>& results) {
  std::vector<TestFailure> failures;
  std::vector<std::vector<std::string_view>> engines;  // of each failure
  for (size_t i = 0; i < results.size(); ++i) {
    for (const TestFailure& failure : results[i].failures) {
      const auto known = std::find(failures.begin(), failures.end(), failure);
      engines.resize(failures.size() + 1);
      engines[static_cast<size_t>(known - failures.begin())].push_back(sets[i]->matcher().name());
      if (known == failures.end()) failures.push_back(failure);
    }
  }
  for (size_t i = 0; i < failures.size(); ++i) {
    if (engines[i].size() >= sets.size()) continue;
    for (const std::string_view engine : engines[i]) {
      failures[i].message.append(" [").append(engine).append(" engine]");
    }
  }
  return failures;
}

}  // namespace

PatternTestResult TestPattern(const EngineSets& sets, PatternIndex pattern,
                              std::chrono::sys_days as_of) {
  const Result<Policy> policy = ParsePolicy(DefaultPolicyToml(), "default policy");
  if (!policy) {
    return {(*sets.front())[pattern].id, {}, {{policy.error().message, policy.error().where}}};
  }
  std::vector<PatternTestResult> results;
  for (const auto& set : sets) {
    results.push_back(PatternTester(set, *policy, pattern, as_of).Run());
  }
  PatternTestResult result = {results.front().pattern, results.front().counts, {}};
  result.failures = JoinedFailures(sets, results);
  return result;
}

}  // namespace gatepost
