#pragma once

// Findings grouped by their value, so that twelve hundred findings of a hundred values are a
// hundred decisions.
//
//   Triage triage(options);
//   store.ForEachFinding(filter, [&](const FindingInPost& found) { triage.Add(found); … });
//   for (const TriagedValue* value : triage.Ranked()) …

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "audit/standing.h"
#include "audit/store.h"
#include "pattern/account_book.h"

namespace gatepost {

struct TriagedValue {
  std::string pattern, name, severity, masked;
  std::string fingerprint;  // empty: made without a key, or a combination; it cannot be marked
  std::string action;       // the gravest of its findings' actions
  Standing standing = Standing::kOpen;
  uint64_t findings = 0;
  uint64_t posts = 0;
  std::set<std::pair<std::string, std::string>> accounts;  // source and account
  std::optional<Time> first_published, last_published;
  std::array<uint64_t, 3> posts_by_visibility{};
  std::string example;  // the ref of the first post, and its address
  std::string example_url;
  std::optional<std::chrono::sys_days> ran_out;  // a decision about it held until that day
  int64_t last_post = 0;                         // that was counted

  [[nodiscard]] uint64_t PostsThatAre(Visibility visibility) const {
    return posts_by_visibility[static_cast<size_t>(visibility)];
  }
  // kPublic if any of its posts is known to be, kGone if all are known to be gone.
  [[nodiscard]] Visibility visibility() const;
};

struct TriageOptions {
  std::chrono::sys_days as_of;            // decisions whose last day is before it hold no longer
  bool shows_decided = false;             // values that somebody has decided about, too
  const AccountBook* accounts = nullptr;  // borrowed; may be nullptr
};

// Memory grows with the values, not with the findings. Not thread-safe. Findings are to come as a
// store gives them: those of a post one after the other.
class Triage {
 public:
  explicit Triage(const TriageOptions& options) : options_(options) {}

  void Add(const FindingInPost& found);
  // Open ones first; of those the gravest, and of those the most frequent. They are this object's.
  [[nodiscard]] std::vector<const TriagedValue*> Ranked() const&;
  std::vector<const TriagedValue*> Ranked() const&& = delete;
  [[nodiscard]] uint64_t findings() const { return findings_; }

 private:
  void AddPost(const AuditPost& post, TriagedValue& value) const;

  TriageOptions options_;
  uint64_t findings_ = 0;  // of the values that are shown
  std::unordered_map<std::string, TriagedValue> values_;
};

}  // namespace gatepost
