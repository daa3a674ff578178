#include "audit/trend.h"

#include <algorithm>

#include "base/day.h"
#include "base/interval.h"

namespace gatepost {
namespace {

constexpr double kThousand = 1000;

// The month after "2024-12" is "2025-01"; after the last of the calendar there is none, and what is
// returned is greater than all.
std::string MonthAfter(const std::string& month) {
  if (month == "9999-12") return "9999-13";
  const auto day = DayOf(month + "-28");
  return day ? DayText(*day + std::chrono::days(4)).substr(0, 7) : std::string();
}

double Number(uint64_t count) { return static_cast<double>(count); }

// How many findings each independent event is worth, from 1.
double HeapOf(uint64_t findings, uint64_t squares) {
  return findings == 0 ? 1 : Number(squares) / Number(findings);
}

Rate RateOf(const PeriodFindings& period, double heap) {
  const EventCount events = EventsOf(Number(period.findings) / heap);
  const double scale = kThousand * heap / Number(period.posts);
  return {events.value * scale, events.low * scale, events.high * scale};
}

double PerCent(double ratio) { return 100 * (ratio - 1); }

// The ratio of two rates given both counts is that of a share (W. Przyborowski and H. Wilenski,
// "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940).
PerCentChange ChangeBetween(const PeriodFindings& base, const PeriodFindings& current,
                            double heap) {
  const auto events = [&](const PeriodFindings& period) {
    return static_cast<uint64_t>(Number(period.findings) / heap + 0.5);
  };
  const double scale = Number(base.posts) / Number(current.posts);
  const double ratio = scale * Number(current.findings) / Number(base.findings);
  PerCentChange change{PerCent(ratio), PerCent(0), std::nullopt};
  const uint64_t all = events(base) + events(current);
  if (all == 0) return change;
  const Share share = ShareOf(events(current), all);
  const auto ratio_at = [&](double part) { return scale * part / (1 - part); };
  // Rounding to whole events must not put the change itself outside.
  change.low = std::min(change.value, PerCent(ratio_at(share.low)));
  if (share.high < 1) change.high = std::max(change.value, PerCent(ratio_at(share.high)));
  return change;
}

PerCentChange ChangeFrom(double baseline, const Rate& rate) {
  return {PerCent(rate.value / baseline), PerCent(rate.low / baseline),
          PerCent(rate.high / baseline)};
}

TargetState StateOf(const Rate& rate, double target) {
  if (rate.value > target) return TargetState::kMissed;
  return rate.high > target ? TargetState::kLooksMet : TargetState::kMet;
}

}  // namespace

std::optional<double> TrendSummary::ChangeOf(const PeriodFindings& month) const {
  if (!baseline || *baseline <= 0 || !month.rate) return std::nullopt;
  return PerCent(month.rate->value / *baseline);
}

bool Trend::Includes(const std::string& source, const std::string& account) const {
  if (options_.owner.empty()) return true;
  const Account* known =
      options_.accounts == nullptr ? nullptr : options_.accounts->Find(source, account);
  return known != nullptr && known->owner == options_.owner;
}

void Trend::Add(const AuditTally& tally) {
  if (Includes(tally.source, tally.account)) months_[tally.month].posts += tally.posts;
}

void Trend::Add(const FindingInPost& found) {
  const Standing standing = StandingOf(found.finding, found.decision, options_.as_of);
  if (standing == Standing::kLetThrough || standing == Standing::kFalse) return;
  if (!Includes(found.post.source, found.post.account)) return;
  if (last_post_ != found.post.id) in_last_post_ = 0;
  last_post_ = found.post.id;
  Month& month = months_[MonthOf(found.post.published)];
  ++month.findings;
  month.squares += 2 * in_last_post_ + 1;  // from n² to (n + 1)²
  ++in_last_post_;
}

PeriodFindings Trend::FindingsOf(const MonthRange& range) const {
  PeriodFindings period;
  period.first = range.first;
  period.last = range.last;
  uint64_t squares = 0;
  for (auto month = months_.lower_bound(range.first);
       month != months_.end() && month->first <= range.last; ++month) {
    period.posts += month->second.posts;
    period.findings += month->second.findings;
    squares += month->second.squares;
  }
  if (period.posts > 0) period.rate = RateOf(period, HeapOf(period.findings, squares));
  return period;
}

TrendSummary Trend::Summary() const {
  TrendSummary summary;
  const auto undated = months_.find("");
  if (undated != months_.end()) {
    summary.posts_without_date = undated->second.posts;
    summary.findings_without_date = undated->second.findings;
  }
  const auto first = months_.upper_bound("");
  if (first == months_.end()) return summary;
  const std::string& last = months_.rbegin()->first;
  for (std::string month = first->first; !month.empty() && month <= last;
       month = MonthAfter(month)) {
    summary.months.push_back(FindingsOf({month, month}));
  }
  AddGoals(summary);
  return summary;
}

void Trend::AddGoals(TrendSummary& summary) const {
  const AuditGoals& goals = options_.goals;
  const std::string& last = summary.months.back().last;
  std::string first = summary.months.front().first;
  summary.target = goals.target_per_1000;
  summary.baseline = goals.baseline_per_1000;
  if (goals.baseline) {
    summary.base_period = FindingsOf(*goals.baseline);
    if (summary.base_period->rate) summary.baseline = summary.base_period->rate->value;
    first = std::max(first, MonthAfter(goals.baseline->last));
  }
  if (first > last) return;
  summary.current = FindingsOf({first, last});
  if (!summary.current.rate) return;
  if (summary.target) summary.target_state = StateOf(*summary.current.rate, *summary.target);
  if (!summary.baseline || *summary.baseline <= 0) return;
  if (!summary.base_period) {
    summary.change = ChangeFrom(*summary.baseline, *summary.current.rate);
    return;
  }
  uint64_t findings = 0;
  uint64_t squares = 0;
  for (const auto& [month, each] : months_) {
    findings += each.findings;
    squares += each.squares;
  }
  summary.change = ChangeBetween(*summary.base_period, summary.current, HeapOf(findings, squares));
}

}  // namespace gatepost
