#include <cmath>

#include "report/audit_words.h"
#include "report/trend_report.h"

namespace gatepost {
namespace {

std::string MonthsOf(const PeriodFindings& period) {
  const std::string first = MonthInWords(period.first);
  return period.first == period.last ? first : first + " to " + MonthInWords(period.last);
}

// "38 per cent fewer", "unchanged".
std::string ChangeInWords(double per_cent) {
  const std::string number = FixedText(std::abs(per_cent), 0);
  if (number == "0") return "no change";
  return number + (per_cent < 0 ? " per cent fewer" : " per cent more");
}

std::string Comparison(const TrendSummary& trend) {
  const PerCentChange& change = *trend.change;
  std::string words = "Against the baseline of " + FixedText(*trend.baseline, 2);
  if (trend.base_period) words += " (" + MonthsOf(*trend.base_period) + ")";
  words += ": " + ChangeInWords(change.value);
  const bool reaches_none = change.low < 0 && (!change.high || *change.high > 0);
  if (reaches_none) return words + ". Chance alone could explain it. ";
  return words + "; allowing for chance, " + ChangeInWords(change.low) + " to " +
         (change.high ? ChangeInWords(*change.high) : "any number more") + ". ";
}

std::string Target(const TrendSummary& trend) {
  const std::string goal = "The target of " + FixedText(*trend.target, 2);
  switch (*trend.target_state) {
    case TargetState::kMet:
      return goal + " is met.";
    case TargetState::kLooksMet:
      return goal + " seems to be met, but there are too few posts to be sure.";
    case TargetState::kMissed:
      break;
  }
  return goal + " is not met.";
}

}  // namespace

std::string TrendInWords(const TrendSummary& trend) {
  const PeriodFindings& current = trend.current;
  if (!current.rate) return "There are no posts with a date to compare. ";
  std::string words = MonthsOf(current) + ": " + GroupedCount(current.findings, "finding") +
                      " worth acting on in " + GroupedCount(current.posts, "post") + ", " +
                      FixedText(current.rate->value, 2) + " of a thousand (95 % interval " +
                      FixedText(current.rate->low, 2) + " to " + FixedText(current.rate->high, 2) +
                      "). ";
  if (trend.change) words += Comparison(trend);
  if (trend.target_state) words += Target(trend);
  return words;
}

}  // namespace gatepost
