#include "audit/longest_exposed.h"

#include <algorithm>

namespace gatepost {
namespace {

// No date comes after every date.
bool IsEarlier(const std::optional<Time>& a, const std::optional<Time>& b) {
  return a && (!b || *a < *b);
}

bool IsLongerExposed(const ExposedValue& a, const ExposedValue& b) {
  return IsEarlier(a.first_published, b.first_published);
}

void AddPost(const AuditPost& post, std::vector<ExposedValue::InPost>& posts) {
  const auto place =
      std::upper_bound(posts.begin(), posts.end(), post.published,
                       [](const std::optional<Time>& published, const ExposedValue::InPost& other) {
                         return IsEarlier(published, other.published);
                       });
  if (place == posts.end() && posts.size() == ExposedValue::kPosts) return;
  posts.insert(place, {post.published, post.account, post.url, post.visibility});
  if (posts.size() > ExposedValue::kPosts) posts.pop_back();
}

}  // namespace

void LongestExposed::Add(const FindingInPost& found, uint64_t hash) {
  const AuditPost& post = found.post;
  auto count = counts_.find(hash);
  const bool is_counted = count != counts_.end() || counts_.size() < max_counted_;
  if (is_counted) {
    if (count == counts_.end()) count = counts_.emplace(hash, PostCount{}).first;
    // The second finding of the value in a post says nothing new.
    if (count->second.posts > 0 && count->second.last_post == post.id) return;
    ++count->second.posts;
    count->second.last_post = post.id;
    count->second.is_public = count->second.is_public || post.visibility == Visibility::kPublic;
  }

  const auto value = PlaceOf(found, hash);
  if (value == values_.end()) return;
  ++value->posts;
  value->is_posts_least = !is_counted;
  if (is_counted) value->posts = count->second.posts;
  const bool is_public = is_counted ? count->second.is_public
                                    : post.visibility == Visibility::kPublic ||
                                          value->visibility == Visibility::kPublic;
  value->visibility = is_public ? Visibility::kPublic : Visibility::kUnknown;
  AddPost(post, value->earliest);
  if (!IsEarlier(post.published, value->first_published)) return;
  value->first_published = post.published;
  std::rotate(std::upper_bound(values_.begin(), value, *value, IsLongerExposed), value, value + 1);
}

std::vector<ExposedValue>::iterator LongestExposed::PlaceOf(const FindingInPost& found,
                                                            uint64_t hash) {
  const auto known = std::ranges::find(values_, hash, &ExposedValue::hash);
  if (known != values_.end()) return known;
  if (values_.size() == max_values_) {
    if (!IsEarlier(found.post.published, values_.back().first_published)) return values_.end();
    values_.pop_back();
  }
  const AuditFinding& finding = found.finding;
  ExposedValue value;
  value.hash = hash;
  value.pattern = finding.pattern;
  value.name = finding.name;
  value.severity = finding.severity;
  value.masked = finding.masked;
  value.fingerprint = finding.fingerprint;
  values_.push_back(std::move(value));
  return values_.end() - 1;
}

}  // namespace gatepost
