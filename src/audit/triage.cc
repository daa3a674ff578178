#include "audit/triage.h"

#include <algorithm>
#include <tuple>

namespace gatepost {
namespace {

// What a finding is grouped by. Without a key values that are masked alike cannot be told apart.
std::string GroupOf(const AuditFinding& finding) {
  if (!finding.fingerprint.empty()) return finding.fingerprint;
  return finding.pattern + '\n' + (finding.masked.empty() ? finding.name : finding.masked);
}

}  // namespace

Visibility TriagedValue::visibility() const {
  if (PostsThatAre(Visibility::kPublic) > 0) return Visibility::kPublic;
  return PostsThatAre(Visibility::kGone) == posts ? Visibility::kGone : Visibility::kUnknown;
}

void Triage::Add(const FindingInPost& found) {
  const AuditFinding& finding = found.finding;
  const Standing standing = StandingOf(finding, found.decision, options_.as_of);
  if (standing == Standing::kLetThrough) return;
  if (standing != Standing::kOpen && !options_.shows_decided) return;
  ++findings_;
  TriagedValue& value = values_[GroupOf(finding)];
  if (value.findings++ == 0) {
    value.pattern = finding.pattern;
    value.name = finding.name;
    value.severity = finding.severity;
    value.masked = finding.masked;
    value.fingerprint = finding.fingerprint;
    value.standing = standing;
    value.example = found.post.ref;
    value.example_url = found.post.url;
  }
  if (value.action != "block") value.action = finding.action;
  if (found.decision != nullptr && standing == Standing::kOpen) {
    value.ran_out = found.decision->until;
  }
  if (value.last_post != found.post.id) AddPost(found.post, value);
  value.last_post = found.post.id;
}

void Triage::AddPost(const AuditPost& post, TriagedValue& value) const {
  ++value.posts;
  value.accounts.emplace(post.source, post.account);
  const Visibility visibility =
      options_.accounts == nullptr
          ? post.visibility
          : options_.accounts->VisibilityOf(post.visibility, post.source, post.account);
  ++value.posts_by_visibility[static_cast<size_t>(visibility)];
  const std::optional<Time>& published = post.published;
  if (!published) return;
  value.first_published = std::min(value.first_published.value_or(*published), *published);
  value.last_published = std::max(value.last_published.value_or(*published), *published);
}

std::vector<const TriagedValue*> Triage::Ranked() const& {
  std::vector<const TriagedValue*> ranked;
  ranked.reserve(values_.size());
  for (const auto& [group, value] : values_) ranked.push_back(&value);
  const auto place = [](const TriagedValue& a, const TriagedValue& b) {
    return std::tuple(a.standing != Standing::kOpen, SeverityRank(a.severity), b.findings,
                      std::tie(a.pattern, a.fingerprint, a.masked, a.name));
  };
  std::ranges::sort(ranked,
                    [&](const auto* a, const auto* b) { return place(*a, *b) < place(*b, *a); });
  return ranked;
}

}  // namespace gatepost
