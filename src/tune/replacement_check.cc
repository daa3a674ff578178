#include "tune/replacement_check.h"

#include <string>
#include <string_view>

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

}  // namespace

std::vector<LintFinding> CheckReplacements(const std::shared_ptr<const PatternSet>& set) {
  const Scanner scanner(set, {}, {.makes_suggestions = false});
  Worker worker(scanner);
  std::vector<LintFinding> errors;
  for (const Pattern& pattern : set->patterns()) {
    const std::vector<std::string> all = {pattern.replacement, pattern.welsh.replacement};
    for (const std::string& replacement : all) {
      const std::string finder = FinderOf(replacement, scanner, worker);
      if (finder.empty()) continue;
      errors.push_back({true, pattern.id,
                        "its replacement \"" + replacement + "\" is found by " + finder +
                            ". Give a `replacement` that no pattern finds.",
                        pattern.where});
    }
  }
  return errors;
}

}  // namespace gatepost
