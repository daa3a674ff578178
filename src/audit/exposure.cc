#include "audit/exposure.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace gatepost {
namespace {

bool IsEarlier(const std::optional<Time>& a, const std::optional<Time>& b) {
  return a && (!b || *a < *b);
}

}  // namespace

uint64_t ExposureCounts::findings() const {
  return std::accumulate(by_standing.begin(), by_standing.end(), uint64_t{0});
}

uint64_t ExposureCounts::worth_acting_on() const { return findings() - Of(Standing::kLetThrough); }

std::optional<double> PostsExposure::per_thousand_posts() const {
  if (posts_read == 0) return std::nullopt;
  return 1000.0 * static_cast<double>(counts.worth_acting_on()) / static_cast<double>(posts_read);
}

void Exposure::Add(const AuditTally& tally) {
  posts_read_ += tally.posts;
  bytes_read_ += tally.bytes;
  by_account_[{tally.source, tally.account}].posts_read += tally.posts;
  by_month_[tally.month].posts_read += tally.posts;
}

void Exposure::Add(const FindingInPost& found) {
  const Standing standing = StandingOf(found.finding, found.decision, as_of_);
  const auto at = static_cast<size_t>(standing);
  Identifier& identifier = IdentifierOf(found.finding);
  ++all_.by_standing[at];
  ++identifier.exposure.counts.by_standing[at];
  ++by_account_[{found.post.source, found.post.account}].counts.by_standing[at];
  ++by_month_[MonthOf(found.post.published)].counts.by_standing[at];
  if (found.decision != nullptr) AddDecided(found);
  if (standing == Standing::kLetThrough) return;

  ++by_severity_[SeverityRank(found.finding.severity)];
  CountPost(found.post, identifier);
  if (standing == Standing::kOpen) ++open_in_[static_cast<size_t>(found.post.visibility)];
  if (standing != Standing::kFalse) AddValue(found, standing, identifier.exposure);
}

Exposure::Identifier& Exposure::IdentifierOf(const AuditFinding& finding) {
  const auto known = identifiers_.find(finding.pattern);
  if (known != identifiers_.end()) return known->second;
  Identifier& identifier = identifiers_[finding.pattern];
  IdentifierExposure& exposure = identifier.exposure;
  exposure.pattern = finding.pattern;
  exposure.name = finding.name;
  exposure.category = finding.category;
  exposure.severity = finding.severity;
  exposure.advice = finding.advice;
  return identifier;
}

void Exposure::CountPost(const AuditPost& post, Identifier& identifier) {
  if (identifier.last_post != post.id) ++identifier.exposure.counts.posts;
  identifier.last_post = post.id;
  if (last_post_ == post.id) return;
  last_post_ = post.id;
  ++all_.posts;
  ++by_account_[{post.source, post.account}].counts.posts;
  ++by_month_[MonthOf(post.published)].counts.posts;
}

void Exposure::AddValue(const FindingInPost& found, Standing standing,
                        IdentifierExposure& identifier) {
  const std::optional<Time>& published = found.post.published;
  if (IsEarlier(published, first_published_)) first_published_ = published;
  if (published && (!last_published_ || *last_published_ < *published)) last_published_ = published;
  if (found.finding.fingerprint.empty()) return;

  has_fingerprints_ = true;
  const uint64_t hash = MixedHash(found.finding.fingerprint);
  if (distinct_.Add(hash)) ++identifier.distinct;
  const bool may_be_seen = found.post.visibility != Visibility::kGone;
  if (standing == Standing::kOpen && may_be_seen) longest_.Add(found, hash);
}

void Exposure::AddDecided(const FindingInPost& found) {
  DecidedValue& value = decided_[found.decision->fingerprint];
  if (value.findings++ > 0) return;
  value.name = found.finding.name;
  value.masked = found.finding.masked;
}

std::vector<const IdentifierExposure*> Exposure::by_identifier() const {
  std::vector<const IdentifierExposure*> sorted;
  sorted.reserve(identifiers_.size());
  for (const auto& [pattern, identifier] : identifiers_) sorted.push_back(&identifier.exposure);
  std::ranges::stable_sort(sorted, [](const auto* a, const auto* b) {
    return std::tuple(SeverityRank(a->severity), b->counts.worth_acting_on()) <
           std::tuple(SeverityRank(b->severity), a->counts.worth_acting_on());
  });
  return sorted;
}

std::optional<uint64_t> Exposure::distinct_values() const {
  if (!has_fingerprints_) return std::nullopt;
  return distinct_.count();
}

uint64_t Exposure::most_distinct_of_one_identifier() const {
  uint64_t most = 0;
  for (const auto& [pattern, identifier] : identifiers_) {
    most = std::max(most, identifier.exposure.distinct);
  }
  return most;
}

const DecidedValue* Exposure::DecidedBy(const std::string& fingerprint) const {
  const auto value = decided_.find(fingerprint);
  return value == decided_.end() ? nullptr : &value->second;
}

}  // namespace gatepost
