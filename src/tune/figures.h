#pragma once

// The figures of an evaluation: its tallies summed by pattern and by language, and as shares.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tune/evaluation.h"

namespace gatepost {

struct TallyRow {
  std::string name;  // a pattern's id, a language, or "all"
  Tally tally;
};

// Of each pattern that has a label or a finding, in the set's order.
[[nodiscard]] std::vector<TallyRow> RowsByPattern(const EvaluationResult& result,
                                                  const PatternSet& set);
[[nodiscard]] std::vector<TallyRow> RowsByLanguage(const EvaluationResult& result);
// F2 of the tally by one kind of span; nothing without both a label and a finding.
[[nodiscard]] std::optional<double> F2Of(const Tally& tally, const Tally::Met& met);
[[nodiscard]] Tally TallyOfAll(const EvaluationResult& result);
[[nodiscard]] PostTallies PostsOfAll(const EvaluationResult& result);

// Shares by name, of which each is the better the greater it is: recall and precision, exact and
// overlapping, of each pattern, of all and of each language; labelled posts held, clean posts and
// hard negatives passed, of all and of each language. What there is none of has no figure.
[[nodiscard]] std::map<std::string, double> FiguresOf(const EvaluationResult& result,
                                                      const PatternSet& set);

}  // namespace gatepost
