#pragma once

// What an audit's findings come to: how many there are of what, in which accounts and months, of
// how many different values, and which values have been public for longest.
//
//   Exposure exposure(as_of);
//   for (const AuditTally& tally : tallies) exposure.Add(tally);
//   store.ForEachFinding(filter, [&](const FindingInPost& found) { exposure.Add(found); … });
//
// A million findings take no more memory than the different identifiers, accounts and months that
// they are of, and 128 MiB at most for telling values apart.

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/distinct_count.h"
#include "audit/longest_exposed.h"
#include "audit/standing.h"
#include "audit/store.h"

namespace gatepost {

// Findings of one kind, account or month.
struct ExposureCounts {
  std::array<uint64_t, kStandings> by_standing{};
  uint64_t posts = 0;  // with findings worth acting on, decided about or not

  [[nodiscard]] uint64_t Of(Standing standing) const {
    return by_standing[static_cast<size_t>(standing)];
  }
  [[nodiscard]] uint64_t findings() const;
  // All but those that the policy lets through.
  [[nodiscard]] uint64_t worth_acting_on() const;
};

// Of an identifier. Its words are those of the first finding of it.
struct IdentifierExposure {
  std::string pattern, name, category, severity, advice;
  ExposureCounts counts;
  uint64_t distinct = 0;  // of those worth acting on; "at least" once Exposure's are estimates
};

// Of an account or a month, with the posts that were read of it.
struct PostsExposure {
  ExposureCounts counts;
  uint64_t posts_read = 0;
  // Findings worth acting on, of a thousand posts; nullopt if none was read.
  [[nodiscard]] std::optional<double> per_thousand_posts() const;
};

// What a decision is about, as far as findings tell.
struct DecidedValue {
  std::string name;
  std::string masked;
  uint64_t findings = 0;
};

// Not thread-safe. Findings are to come as a store gives them: those of a post one after the other.
class Exposure {
 public:
  using AccountName = std::pair<std::string, std::string>;  // source, account

  explicit Exposure(std::chrono::sys_days as_of) : as_of_(as_of) {}

  void Add(const AuditTally& tally);
  void Add(const FindingInPost& found);

  [[nodiscard]] std::chrono::sys_days as_of() const { return as_of_; }
  [[nodiscard]] const ExposureCounts& all() const { return all_; }
  [[nodiscard]] uint64_t posts_read() const { return posts_read_; }
  [[nodiscard]] uint64_t bytes_read() const { return bytes_read_; }
  // The gravest first, and the most frequent of those; by id at last.
  [[nodiscard]] std::vector<const IdentifierExposure*> by_identifier() const;
  // By SeverityRank, of findings worth acting on.
  [[nodiscard]] const std::array<uint64_t, kSeverityRanks>& by_severity() const {
    return by_severity_;
  }
  [[nodiscard]] const std::map<AccountName, PostsExposure>& by_account() const {
    return by_account_;
  }
  // "2024-05"; what has no date is under "".
  [[nodiscard]] const std::map<std::string, PostsExposure>& by_month() const { return by_month_; }

  // Different values among the findings worth acting on that were not decided to be no personal
  // data, told apart by their fingerprints; nullopt if none has one.
  [[nodiscard]] std::optional<uint64_t> distinct_values() const;
  [[nodiscard]] bool is_distinct_exact() const { return distinct_.is_exact(); }
  // Of the identifier that has most.
  [[nodiscard]] uint64_t most_distinct_of_one_identifier() const;

  // When the posts with such findings were published.
  [[nodiscard]] const std::optional<Time>& first_published() const { return first_published_; }
  [[nodiscard]] const std::optional<Time>& last_published() const { return last_published_; }
  // Open findings, by what is known of their posts.
  [[nodiscard]] uint64_t OpenIn(Visibility visibility) const {
    return open_in_[static_cast<size_t>(visibility)];
  }
  [[nodiscard]] const LongestExposed& longest_exposed() const { return longest_; }
  // By fingerprint; nullptr if no finding is of that value.
  [[nodiscard]] const DecidedValue* DecidedBy(const std::string& fingerprint) const;

 private:
  struct Identifier {
    IdentifierExposure exposure;
    std::optional<int64_t> last_post;  // that was counted in its posts
  };

  Identifier& IdentifierOf(const AuditFinding& finding);
  void CountPost(const AuditPost& post, Identifier& identifier);
  void AddValue(const FindingInPost& found, Standing standing, IdentifierExposure& identifier);
  void AddDecided(const FindingInPost& found);

  std::chrono::sys_days as_of_;
  uint64_t posts_read_ = 0;
  uint64_t bytes_read_ = 0;
  ExposureCounts all_;
  std::optional<int64_t> last_post_;  // that was counted in posts of all
  std::map<std::string, Identifier, std::less<>> identifiers_;
  std::map<AccountName, PostsExposure> by_account_;
  std::map<std::string, PostsExposure> by_month_;
  std::array<uint64_t, kSeverityRanks> by_severity_{};
  DistinctCount distinct_;
  bool has_fingerprints_ = false;
  std::optional<Time> first_published_, last_published_;
  std::array<uint64_t, 3> open_in_{};
  LongestExposed longest_;
  std::map<std::string, DecidedValue> decided_;
};

}  // namespace gatepost
