#include "audit/comparison.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "audit/distinct_count.h"
#include "base/length_prefix.h"

namespace gatepost {
namespace {

constexpr std::array<std::string_view, kChangeKinds> kChangeNames{"new", "known_value", "gone",
                                                                  "still"};

void AddPart(std::string_view part, std::string& key) {
  for (const uint8_t byte : LengthPrefix(part)) key += static_cast<char>(byte);
  key += part;
}

// The gravest of some findings; of equal ones the one that came first.
class Gravest {
 public:
  explicit Gravest(size_t most) : most_(most) {}

  void Add(ChangedFinding finding) {
    const auto rank = std::tuple(SeverityRank(finding.finding.severity), -finding.finding.score);
    kept_.emplace(rank, std::move(finding));
    if (kept_.size() > most_) kept_.erase(std::prev(kept_.end()));
  }
  [[nodiscard]] std::vector<ChangedFinding> Take() {
    std::vector<ChangedFinding> all;
    for (auto& [rank, finding] : kept_) all.push_back(std::move(finding));
    return all;
  }

 private:
  size_t most_;
  std::multimap<std::tuple<size_t, int>, ChangedFinding> kept_;
};

// The runs that inputs were last read by.
Result<std::vector<AuditRun>> RunsBehind(const Store& store) {
  Result<std::vector<AuditRun>> runs = store.Runs();
  if (!runs) return Fail(runs.error());
  const Result<std::vector<AuditInput>> inputs = store.Inputs();
  if (!inputs) return Fail(inputs.error());
  std::set<int64_t> used;
  for (const AuditInput& input : *inputs) used.insert(input.run);
  std::erase_if(*runs, [&](const AuditRun& run) { return !used.contains(run.id); });
  return runs;
}

std::set<std::string> Distinct(const std::vector<AuditRun>& runs, std::string AuditRun::*member) {
  std::set<std::string> all;
  for (const AuditRun& run : runs) all.insert(run.*member);
  return all;
}

class StoreComparison {
 public:
  explicit StoreComparison(const ComparisonOptions& options)
      : options_(options), new_(options.limit), gone_(options.limit) {}

  Result<Comparison> Compare(const Store& before, const Store& after) {
    Status status = CompareRuns(before, after);
    const auto each = [&](const Store& store, void (StoreComparison::*take)(const FindingInPost&)) {
      if (!status) return;
      status = store.ForEachFinding(options_.filter, [&](const FindingInPost& found) -> Status {
        (this->*take)(found);
        return {};
      });
    };
    each(before, &StoreComparison::Remember);
    each(after, &StoreComparison::Meet);
    each(before, &StoreComparison::LookBack);
    if (!status) return Fail(status.error());
    result_.listed_new = new_.Take();
    result_.listed_gone = gone_.Take();
    return std::move(result_);
  }

 private:
  Status CompareRuns(const Store& before, const Store& after) {
    Result<std::vector<AuditRun>> earlier = RunsBehind(before);
    if (!earlier) return Fail(earlier.error());
    Result<std::vector<AuditRun>> later = RunsBehind(after);
    if (!later) return Fail(later.error());
    const auto same = [&](std::string AuditRun::*member) {
      return Distinct(*earlier, member) == Distinct(*later, member);
    };
    result_.has_same_patterns = same(&AuditRun::set_hash);
    result_.has_same_policy = same(&AuditRun::policy_hash);
    result_.is_by_fingerprint =
        same(&AuditRun::key_id) && !Distinct(*later, &AuditRun::key_id).contains("");
    result_.before = std::move(*earlier);
    result_.after = std::move(*later);
    return {};
  }

  [[nodiscard]] uint64_t ValueOf(const AuditFinding& finding) const {
    std::string key;
    AddPart(finding.pattern, key);
    // A combination has no value, and is known by its name.
    const std::string& value = result_.is_by_fingerprint && !finding.fingerprint.empty()
                                   ? finding.fingerprint
                                   : finding.masked;
    AddPart(value.empty() ? finding.name : value, key);
    return MixedHash(key);
  }

  [[nodiscard]] uint64_t KeyOf(const FindingInPost& found) const {
    const AuditPost& post = found.post;
    std::string key = std::to_string(ValueOf(found.finding));
    AddPart(NameOf(found.finding.field), key);
    AddPart(post.source, key);
    AddPart(post.account, key);
    AddPart(post.post_id, key);
    if (post.post_id.empty()) {
      AddPart(post.path, key);
      if (post.published) key += std::to_string(post.published->time_since_epoch().count());
    }
    return MixedHash(key);
  }

  [[nodiscard]] Standing StandingOf(const FindingInPost& found) const {
    return gatepost::StandingOf(found.finding, found.decision, options_.as_of);
  }

  void Remember(const FindingInPost& found) {
    before_.emplace(KeyOf(found), false);
    if (result_.is_by_fingerprint) values_.insert(ValueOf(found.finding));
  }

  void Meet(const FindingInPost& found) {
    const auto known = before_.find(KeyOf(found));
    if (known != before_.end()) {
      known->second = true;
      return Count(found, FindingChange::kStill);
    }
    Count(found, values_.contains(ValueOf(found.finding)) ? FindingChange::kKnownValue
                                                          : FindingChange::kNew);
  }

  void LookBack(const FindingInPost& found) {
    const auto known = before_.find(KeyOf(found));
    if (known != before_.end() && !known->second) Count(found, FindingChange::kGone);
  }

  void Count(const FindingInPost& found, FindingChange change) {
    const Standing standing = StandingOf(found);
    if (standing == Standing::kLetThrough || standing == Standing::kFalse) return;
    const AuditFinding& finding = found.finding;
    result_.all.Add(change);
    IdentifierChanges& identifier = result_.by_identifier[finding.pattern];
    if (identifier.name.empty()) {
      identifier.name = finding.name;
      identifier.severity = finding.severity;
    }
    identifier.counts.Add(change);
    result_.by_severity[SeverityRank(finding.severity)].Add(change);
    if (change == FindingChange::kStill) return;
    (change == FindingChange::kGone ? gone_ : new_)
        .Add({change, standing, finding, found.post, found.input.name});
    if (change == FindingChange::kGone || standing != Standing::kOpen) return;
    result_.new_action =
        std::max(result_.new_action, ActionOf(finding.action).value_or(Action::kPass));
  }

  const ComparisonOptions& options_;
  Comparison result_;
  std::unordered_map<uint64_t, bool> before_;  // by KeyOf, whether it was met again
  std::unordered_set<uint64_t> values_;        // by ValueOf
  Gravest new_, gone_;
};

}  // namespace

std::string_view NameOf(FindingChange change) { return kChangeNames[static_cast<size_t>(change)]; }

Result<Comparison> CompareStores(const Store& before, const Store& after,
                                 const ComparisonOptions& options) {
  return StoreComparison(options).Compare(before, after);
}

}  // namespace gatepost
