#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <string_view>

#include "report/audit_html_parts.h"
#include "report/audit_summary.h"
#include "report/audit_words.h"
#include "report/html_chart.h"
#include "report/html_page.h"
#include "report/markup.h"
#include "report/trend_report.h"

namespace gatepost {
namespace {

constexpr size_t kBars = 12;
constexpr size_t kRows = 200;
// A chart of time has bars of months, or if those are too many, of years.
constexpr int kTimeBars = 60;
constexpr ptrdiff_t kTrendMonths = 120;

std::string DecidedCount(const ExposureCounts& counts) {
  return Grouped(counts.worth_acting_on() - counts.Of(Standing::kOpen));
}

std::string IdentifierLabel(const IdentifierExposure& identifier) {
  return identifier.name.empty() ? identifier.pattern : identifier.name;
}

void AppendIdentifierChart(const std::vector<const IdentifierExposure*>& identifiers,
                           std::string& out) {
  Chart chart{"chart-identifiers",
              "Findings by identifier",
              "A bar for each of the most frequent identifiers; the table below has all.",
              {}};
  for (const IdentifierExposure* identifier : identifiers) {
    const uint64_t count = identifier->counts.worth_acting_on();
    if (count > 0) chart.bars.push_back({IdentifierLabel(*identifier), count});
  }
  std::ranges::stable_sort(chart.bars, std::greater{}, &ChartBar::count);
  if (chart.bars.size() > kBars) chart.bars.resize(kBars);
  AppendBarChart(chart, out);
}

void AppendIdentifiers(const Exposure& exposure, std::string& out) {
  AppendSubheading("By identifier", out);
  const auto identifiers = exposure.by_identifier();
  AppendIdentifierChart(identifiers, out);
  HtmlTable table({"Findings by identifier",
                   {{"Identifier"},
                    {"Severity"},
                    {"Open", true},
                    {"Decided", true},
                    {"Let through", true},
                    {"Posts", true},
                    {"Different values", true}}},
                  out);
  const bool has_distinct = exposure.distinct_values().has_value();
  const std::string least = exposure.is_distinct_exact() ? "" : "≥ ";
  for (const IdentifierExposure* identifier : identifiers) {
    const ExposureCounts& counts = identifier->counts;
    table.AddRow({Markup(IdentifierLabel(*identifier)), SeverityMarkup(identifier->severity),
                  Grouped(counts.Of(Standing::kOpen)), DecidedCount(counts),
                  Grouped(counts.Of(Standing::kLetThrough)), Grouped(counts.posts),
                  has_distinct ? least + Grouped(identifier->distinct) : "–"});
  }
  table.End();
}

void AppendAdvice(const Exposure& exposure, std::string& out) {
  AppendSubheading("What to do about each", out);
  HtmlTable table({"Advice by identifier", {{"Identifier"}, {"Category"}, {"Advice"}}, true}, out);
  for (const IdentifierExposure* identifier : exposure.by_identifier()) {
    if (identifier->counts.worth_acting_on() == 0) continue;
    table.AddRow({Markup(IdentifierLabel(*identifier)), Markup(identifier->category),
                  Markup(identifier->advice)});
  }
  table.End();
}

void AppendSeverities(const Exposure& exposure, std::string& out) {
  constexpr std::array<std::string_view, kSeverityRanks> kNames{"critical", "high", "medium", "low",
                                                                "other"};
  AppendSubheading("By severity", out);
  Chart chart{"chart-severities",
              "Findings by severity",
              "A bar for each severity, the gravest first; the table below has the numbers.",
              {}};
  for (size_t i = 0; i < kNames.size(); ++i) {
    const uint64_t count = exposure.by_severity()[i];
    if (count > 0) chart.bars.push_back({std::string(kNames[i]), count});
  }
  AppendBarChart(chart, out);
  HtmlTable table({"Findings worth acting on by severity", {{"Severity"}, {"Findings", true}}},
                  out);
  for (const ChartBar& bar : chart.bars) {
    table.AddRow({SeverityMarkup(bar.label), Grouped(bar.count)});
  }
  table.End();
}

HtmlTable PostsTable(std::string_view caption, std::string_view heading, std::string& out) {
  return {{caption,
           {{heading},
            {"Open", true},
            {"Decided", true},
            {"Let through", true},
            {"Posts with findings", true},
            {"Posts read", true},
            {"Per 1,000 posts", true}}},
          out};
}

void AddPostsRow(std::string heading, const PostsExposure& exposure, HtmlTable& table) {
  const ExposureCounts& counts = exposure.counts;
  table.AddRow({std::move(heading), Grouped(counts.Of(Standing::kOpen)), DecidedCount(counts),
                Grouped(counts.Of(Standing::kLetThrough)), Grouped(counts.posts),
                Grouped(exposure.posts_read), RateInWords(exposure.per_thousand_posts())});
}

std::string AccountMarkup(const AuditReportJob& job, std::string_view source,
                          std::string_view handle) {
  const std::string whose = KnownAccountMarkup(job, source, handle);
  return NameMarkup(AccountInWords(source, handle)) + (whose.empty() ? "" : "<br>" + whose);
}

void AppendAccounts(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSubheading("By account", out);
  const auto rows = AccountRows(job.survey.exposure);
  Chart chart{"chart-accounts",
              "Findings by account",
              "A bar for each of the accounts with most findings; the table below has more.",
              {}};
  for (const AccountRow& row : rows) {
    const uint64_t count = row.exposure->counts.worth_acting_on();
    if (count == 0 || chart.bars.size() == kBars) break;
    chart.bars.push_back({AccountInWords(row.name->first, row.name->second), count});
  }
  AppendBarChart(chart, out);
  HtmlTable table = PostsTable("Findings by account", "Account", out);
  const size_t shown = std::min(rows.size(), kRows);
  for (size_t i = 0; i < shown; ++i) {
    const auto& [source, handle] = *rows[i].name;
    AddPostsRow(AccountMarkup(job, source, handle), *rows[i].exposure, table);
  }
  table.End();
  if (shown < rows.size()) {
    AppendParagraph("Not shown: " + GroupedCount(rows.size() - shown, "account") +
                        ". The report as JSON has all.",
                    out);
  }
}

// Months since year 0 of "2024-05"; -1 of anything else.
int MonthNumber(std::string_view month) {
  int year = 0;
  int of_year = 0;
  if (month.size() != 7) return -1;
  std::from_chars(month.data(), month.data() + 4, year);
  std::from_chars(month.data() + 5, month.data() + 7, of_year);
  return year * 12 + of_year - 1;
}

std::string MonthLabel(int number) {
  const std::string year = std::to_string(number / 12);
  const int of_year = number % 12 + 1;
  return MonthInWords(std::string(4 - std::min(year.size(), size_t{4}), '0') + year +
                      (of_year < 10 ? "-0" : "-") + std::to_string(of_year));
}

// A bar for every month or year from the first to the last with posts or findings, also for those
// without; none if even the years are too many.
std::vector<ChartBar> TimeBars(const Exposure& exposure) {
  std::map<int, uint64_t> counts;
  for (const auto& [month, posts] : exposure.by_month()) {
    if (const int number = MonthNumber(month); number >= 0) {
      counts[number] = posts.counts.worth_acting_on();
    }
  }
  if (counts.empty()) return {};
  const int first = counts.begin()->first;
  const int last = counts.rbegin()->first;
  const int step = last - first < kTimeBars ? 1 : 12;
  if (last / step - first / step >= kTimeBars) return {};
  std::vector<ChartBar> bars;
  for (int at = first / step; at <= last / step; ++at) {
    bars.push_back({step == 1 ? MonthLabel(at) : std::to_string(at), 0});
  }
  for (const auto& [number, count] : counts) {
    bars[static_cast<size_t>(number / step - first / step)].count += count;
  }
  return bars;
}

void AppendMonths(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSubheading("By month of publication", out);
  const auto rows = MonthRows(job.survey.exposure);
  AppendTimeChart({"chart-months", "Findings by time of publication",
                   "A bar for each month, or year where there are many; the table below has the "
                   "months.",
                   TimeBars(job.survey.exposure)},
                  out);
  HtmlTable table = PostsTable("Findings by month of publication", "Month", out);
  const size_t hidden = rows.size() - std::min(rows.size(), kRows);
  for (size_t i = hidden; i < rows.size(); ++i) {
    AddPostsRow(MonthInWords(rows[i].month), *rows[i].exposure, table);
  }
  table.End();
  if (hidden > 0) {
    AppendParagraph(
        "Not shown: " + GroupedCount(hidden, "earlier month") + ". The report as JSON has all.",
        out);
  }
}

void AppendTrend(const AuditReportJob& job) {
  TrendSummary trend = job.survey.trend;
  if (trend.months.empty()) return;
  std::string& out = job.out();
  AppendSubheading("Of 1,000 posts", out);
  AppendParagraph(
      "Months differ in how much is posted. Here are the findings worth acting on of a thousand "
      "posts, decided about or not, but for those decided to be no personal data; thin lines are "
      "the intervals in which the true rates lie with 95 % certainty.",
      out);
  AppendParagraph(TrendInWords(trend), out);
  if (trend.months.size() > kTrendMonths) {
    trend.months.erase(trend.months.begin(), trend.months.end() - kTrendMonths);
    AppendParagraph("The chart has the last " + std::to_string(kTrendMonths) + " months.", out);
  }
  out += "<figure>";
  AppendTrendChart(trend, "chart-trend", out);
  out += "</figure>\n";
}

}  // namespace

void AppendAuditExposure(const AuditReportJob& job) {
  const Exposure& exposure = job.survey.exposure;
  std::string& out = job.out();
  AppendSectionBegin("found", "What was found", out);
  if (exposure.all().findings() == 0) {
    AppendParagraph("No findings.", out);
  } else {
    AppendParagraph(
        "Charts show the findings worth acting on, decided about or not; those that the policy "
        "lets through are in the tables alone.",
        out);
    AppendIdentifiers(exposure, out);
    if (exposure.all().worth_acting_on() > 0) {
      AppendAdvice(exposure, out);
      AppendSeverities(exposure, out);
    }
  }
  if (exposure.posts_read() > 0 || exposure.all().findings() > 0) {
    AppendAccounts(job);
    AppendMonths(job);
    AppendTrend(job);
  }
  AppendSectionEnd(out);
}

}  // namespace gatepost
