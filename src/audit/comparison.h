#pragma once

// What an audit found that an earlier one had not, and what is gone since.
//
//   Result<Comparison> comparison = CompareStores(*before, *after, options);
//
// A finding is the same in both if it is of the same identifier and value, in the same kind of
// field of the same post: where in the text it stands does not count, so that an edit elsewhere in
// the post changes nothing. A post is known by its id and account; one without an id by its file
// and its time. Findings that the policy lets pass, and those decided to be no personal data, are
// left out.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/standing.h"
#include "audit/store.h"
#include "pattern/policy.h"

namespace gatepost {

enum class FindingChange : uint8_t {
  kNew,
  kKnownValue,  // new in this post; the value stood in others before
  kGone,
  kStill,
};
inline constexpr size_t kChangeKinds = 4;
[[nodiscard]] std::string_view NameOf(
    FindingChange change);  // "new", "known_value", "gone", "still"

class ChangeCounts {
 public:
  void Add(FindingChange change) { ++counts_[static_cast<size_t>(change)]; }
  [[nodiscard]] uint64_t Of(FindingChange change) const {
    return counts_[static_cast<size_t>(change)];
  }

 private:
  std::array<uint64_t, kChangeKinds> counts_{};
};

struct IdentifierChanges {
  std::string name;
  std::string severity;
  ChangeCounts counts;
};

struct ChangedFinding {
  FindingChange change = FindingChange::kNew;
  Standing standing = Standing::kOpen;
  AuditFinding finding;
  AuditPost post;
  std::string input;  // its name
};

struct ComparisonOptions {
  AuditFilter filter;
  std::chrono::sys_days as_of;  // decisions whose last day is before it hold no longer
  size_t limit = 100;           // findings listed of what is new, and of what is gone
};

struct Comparison {
  std::vector<AuditRun> before, after;  // the runs that read what is in each store
  // Values are told apart by their fingerprints: both stores were made under the same keys. If not,
  // they are compared as they are masked, and kKnownValue is never told.
  bool is_by_fingerprint = true;
  bool has_same_patterns = true;
  bool has_same_policy = true;

  ChangeCounts all;
  std::map<std::string, IdentifierChanges> by_identifier;  // by the pattern's id
  std::array<ChangeCounts, kSeverityRanks> by_severity;
  // The gravest first, no more than the limit.
  std::vector<ChangedFinding> listed_new;  // kNew and kKnownValue
  std::vector<ChangedFinding> listed_gone;
  // The highest action that a new finding calls for which nobody has decided about.
  Action new_action = Action::kPass;
};

// Memory grows with the findings: some 40 bytes for each of `before`. Fails with what a store fails
// with.
[[nodiscard]] Result<Comparison> CompareStores(const Store& before, const Store& after,
                                               const ComparisonOptions& options);

}  // namespace gatepost
