#include "tune/replacement_check.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "judge/look_alikes.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

// The id of a pattern that finds something in `text`; empty if none does.
std::string FinderOf(std::string_view text, const Scanner& scanner, Worker& worker) {
  Post post;
  post.fields.push_back({.text = text});
  const Verdict verdict = scanner.Scan(post, worker);
  if (verdict.findings.empty()) return {};
  return scanner.set().patterns()[verdict.findings.front().pattern.number()].id;
}

LintFinding ErrorOf(const Pattern& pattern, std::string message) {
  return {true, pattern.id, std::move(message), pattern.where};
}

void CheckReplacement(const Pattern& pattern, const std::string& replacement,
                      const Scanner& scanner, Worker& worker, std::vector<LintFinding>& errors) {
  const std::string finder = FinderOf(replacement, scanner, worker);
  if (finder.empty()) return;
  errors.push_back(ErrorOf(pattern, "its replacement \"" + replacement + "\" is found by " +
                                        finder + ". Give a `replacement` that no pattern finds."));
}

// The first of each range: found by no other pattern, and by its own as a whole or not at all.
void CheckLookAlikes(PatternIndex index, const Scanner& scanner, Worker& worker,
                     std::vector<LintFinding>& errors) {
  const Pattern& pattern = scanner.set().patterns()[index.number()];
  for (const std::string& range : pattern.look_alikes) {
    std::vector<Pattern> alone = {pattern};
    alone.front().look_alikes = {range};
    const auto look_alike = LookAlikes(alone).For(PatternIndex(0), range);
    Post post;
    post.fields.push_back({.text = look_alike->text});
    for (const Finding& finding : scanner.Scan(post, worker).findings) {
      const Span whole{0, static_cast<uint32_t>(look_alike->text.size())};
      if (finding.pattern == index && finding.places.front().span == whole) continue;
      errors.push_back(ErrorOf(
          pattern, "of its look-alike \"" + look_alike->text + "\" a part or more is found by " +
                       scanner.set().patterns()[finding.pattern.number()].id +
                       ". Give a range of values that only this pattern finds, whole."));
    }
  }
}

}  // namespace

std::vector<LintFinding> CheckReplacements(const std::shared_ptr<const PatternSet>& set) {
  const Scanner scanner(set, {}, {.makes_suggestions = false});
  Worker worker(scanner);
  std::vector<LintFinding> errors;
  for (size_t i = 0; i < set->patterns().size(); ++i) {
    const Pattern& pattern = set->patterns()[i];
    CheckReplacement(pattern, pattern.replacement, scanner, worker, errors);
    CheckReplacement(pattern, pattern.welsh.replacement, scanner, worker, errors);
    CheckLookAlikes(PatternIndex(i), scanner, worker, errors);
  }
  return errors;
}

}  // namespace gatepost
