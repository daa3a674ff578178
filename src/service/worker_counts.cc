#include "service/worker_counts.h"

#include <algorithm>

namespace gatepost::service {
namespace {

constexpr std::string_view kNoChannel = "none";
constexpr std::string_view kOtherChannel = "other";

std::string_view ChannelOf(const Post& post, const Policy& policy) {
  if (post.channel.empty()) return kNoChannel;
  const auto known = policy.channels.find(std::string(post.channel));
  return known == policy.channels.end() ? kOtherChannel : std::string_view(known->first);
}

// The entry of that key, made if absent.
template <class Map>
typename Map::mapped_type& EntryOf(Map& map, std::string_view key) {
  const auto found = map.find(key);
  if (found != map.end()) return found->second;
  return map[std::string(key)];
}

}  // namespace

void Durations::Add(std::chrono::nanoseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bound = std::ranges::lower_bound(kDurationBounds, seconds);
  ++counts[static_cast<size_t>(bound - kDurationBounds.begin())];
  sum_seconds += seconds;
}

void Durations::Add(const Durations& others) {
  for (size_t i = 0; i < counts.size(); ++i) counts[i] += others.counts[i];
  sum_seconds += others.sum_seconds;
}

void Counts::Add(const Counts& others) {
  for (const auto& [key, count] : others.answers) answers[key] += count;
  for (const auto& [route, its] : others.durations) durations[route].Add(its);
  for (const auto& [channel, words] : others.verdicts) {
    for (const auto& [word, count] : words) verdicts[channel][word] += count;
  }
  for (const auto& [pattern, count] : others.findings) findings[pattern] += count;
  checked_posts += others.checked_posts;
  checked_bytes += others.checked_bytes;
  late += others.late;
}

void WorkerCounts::AddAnswer(std::string_view route, int status, std::chrono::nanoseconds took,
                             bool was_late) {
  const std::lock_guard lock(mutex_);
  ++counts_.answers[{route, status}];
  counts_.durations[route].Add(took);
  if (was_late) ++counts_.late;
}

void WorkerCounts::AddVerdict(const Post& post, const Verdict& verdict,
                              std::span<const Pattern> patterns, const Policy& policy) {
  const std::lock_guard lock(mutex_);
  ++EntryOf(counts_.verdicts, ChannelOf(post, policy))[verdict.word()];
  for (const Finding& finding : verdict.findings) {
    ++EntryOf(counts_.findings, patterns[finding.pattern.number()].id);
  }
  ++counts_.checked_posts;
  counts_.checked_bytes += BytesOf(post);
}

Counts WorkerCounts::Get() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

}  // namespace gatepost::service
