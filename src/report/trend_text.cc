#include <algorithm>

#include "report/audit_words.h"
#include "report/table.h"
#include "report/terminal_text.h"
#include "report/trend_report.h"

namespace gatepost {
namespace {

constexpr size_t kBarColumns = 24;

double HighestOf(const TrendSummary& trend) {
  double highest = std::max(trend.baseline.value_or(0), trend.target.value_or(0));
  for (const PeriodFindings& month : trend.months) {
    if (month.rate) highest = std::max(highest, month.rate->value);
  }
  return highest;
}

std::string BarOf(double value, double highest) {
  if (value <= 0 || highest <= 0) return {};
  const auto columns = static_cast<size_t>(value / highest * kBarColumns + 0.5);
  std::string bar;
  for (size_t i = 0; i < std::max<size_t>(columns, 1); ++i) bar += "█";
  return bar;
}

std::string SignedPerCent(double per_cent) {
  const std::string number = FixedText(per_cent, 0) + " %";
  return per_cent > 0 ? "+" + number : number;
}

std::vector<std::string> RowOf(const TrendSummary& trend, const PeriodFindings& month,
                               double highest) {
  const std::optional<double> change = trend.ChangeOf(month);
  const double value = month.rate ? month.rate->value : 0;
  const std::string bar = BarOf(value, highest);
  const size_t columns = bar.size() / std::string_view("█").size();
  return {month.first,
          Grouped(month.posts),
          Grouped(month.findings),
          month.rate ? FixedText(value, 2) : "-",
          change ? SignedPerCent(*change) : "",
          bar + std::string(kBarColumns - columns, ' ')};
}

}  // namespace

void AppendTrendText(const TrendSummary& trend, const TextLayout& layout, std::string& out) {
  if (!trend.months.empty()) {
    const double highest = HighestOf(trend);
    Table table;
    table.AddRow({"month", "posts", "findings", "of 1,000", trend.baseline ? "change" : "", ""});
    for (const PeriodFindings& month : trend.months) table.AddRow(RowOf(trend, month, highest));
    table.AppendTo(out);
    out += '\n';
  }
  AppendWrapped(TrendInWords(trend), 0, layout.width, out);
  if (trend.posts_without_date == 0 && trend.findings_without_date == 0) return;
  AppendWrapped("Left out, for want of a date: " + GroupedCount(trend.posts_without_date, "post") +
                    " with " + GroupedCount(trend.findings_without_date, "finding") + ".",
                0, layout.width, out);
}

}  // namespace gatepost
