#pragma once

// How many findings there are of a thousand posts, month by month, against a baseline and a target.
//
//   Trend trend({policy.audit, as_of, book, "Communications"});
//   for (const AuditTally& tally : tallies) trend.Add(tally);
//   store.ForEachFinding(filter, [&](const FindingInPost& found) { trend.Add(found); … });
//   TrendSummary summary = trend.Summary();
//
// Counted are findings worth acting on, decided about or not, but for those decided to be no
// personal data.
//
// What chance does to a rate is told by a 95 % interval of a Poisson count (base/interval.h),
// widened by how much findings come in heaps: a post with ten of them is one mistake, not ten. The
// count is divided by the mean number of findings that a finding has in its post, itself included
// (the index of dispersion of a compound Poisson count), and the interval multiplied by it.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/standing.h"
#include "audit/store.h"
#include "pattern/account_book.h"
#include "pattern/audit_goals.h"

namespace gatepost {

// Of a thousand posts, with its 95 % interval.
struct Rate {
  double value = 0;
  double low = 0;
  double high = 0;
};

// Of a month, or of several.
struct PeriodFindings {
  std::string first, last;  // months; the same for one
  uint64_t posts = 0;
  uint64_t findings = 0;
  std::optional<Rate> rate;  // nullopt without posts
};

// From the baseline's rate to another; -50 is half of it. `high` is nullopt where chance sets no
// upper bound.
struct PerCentChange {
  double value = 0;
  double low = 0;
  std::optional<double> high;
};

enum class TargetState : uint8_t {
  kMet,       // and chance does not explain it
  kLooksMet,  // but the interval reaches over it
  kMissed,
};

struct TrendSummary {
  std::vector<PeriodFindings> months;  // each from the first with posts to the last
  std::optional<double> target;
  std::optional<double> baseline;             // of a thousand posts; nullopt if none is set
  std::optional<PeriodFindings> base_period;  // what it was taken from
  PeriodFindings current;                     // the months after that, or all
  std::optional<PerCentChange> change;        // of the current months against the baseline
  std::optional<TargetState> target_state;
  uint64_t posts_without_date = 0;
  uint64_t findings_without_date = 0;

  // Of that month against the baseline.
  [[nodiscard]] std::optional<double> ChangeOf(const PeriodFindings& month) const;
};

struct TrendOptions {
  AuditGoals goals;
  std::chrono::sys_days as_of;            // decisions whose last day is before it hold no longer
  const AccountBook* accounts = nullptr;  // borrowed; may be nullptr
  std::string owner = {};                 // only accounts that this owner answers for, if not empty
};

// Not thread-safe. Findings are to come as a store gives them: those of a post one after the other.
class Trend {
 public:
  explicit Trend(TrendOptions options) : options_(std::move(options)) {}

  void Add(const AuditTally& tally);
  void Add(const FindingInPost& found);
  [[nodiscard]] TrendSummary Summary() const;

 private:
  struct Month {
    uint64_t posts = 0;
    uint64_t findings = 0;
    uint64_t squares = 0;  // of the findings of each post
  };
  [[nodiscard]] bool Includes(const std::string& source, const std::string& account) const;
  [[nodiscard]] PeriodFindings FindingsOf(const MonthRange& range) const;
  void AddGoals(TrendSummary& summary) const;

  TrendOptions options_;
  std::map<std::string, Month> months_;  // what has no date is under ""
  int64_t last_post_ = 0;                // that has a finding that counts
  uint64_t in_last_post_ = 0;
};

}  // namespace gatepost
