#include "judge/suggestion.h"

#include <algorithm>

#include "base/utf8.h"

namespace gatepost {
namespace {

// Findings that lie together, as one.
struct Cluster {
  Span span;
  const Finding* gravest;
};

bool IsGraver(const Finding& a, const Finding& b) {
  return a.action > b.action || (a.action == b.action && b.is_hidden && !a.is_hidden);
}

std::vector<Cluster> ClustersIn(FieldIndex field, std::span<const Finding> findings) {
  std::vector<Cluster> places;
  for (const Finding& finding : findings) {
    for (const Place& place : finding.places) {
      if (place.field == field) places.push_back({place.span, &finding});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const Cluster& a, const Cluster& b) { return a.span.begin < b.span.begin; });
  std::vector<Cluster> clusters;
  for (const Cluster& next : places) {
    if (clusters.empty() || !clusters.back().span.Overlaps(next.span)) {
      clusters.push_back(next);
      continue;
    }
    Cluster& last = clusters.back();
    last.span.end = std::max(last.span.end, next.span.end);
    if (IsGraver(*next.gravest, *last.gravest)) last.gravest = next.gravest;
  }
  return clusters;
}

void AppendReadable(std::string_view bytes, std::string& out) {
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint point = DecodeUtf8(bytes, at);
    AppendUtf8(point.value == 0 ? U' ' : point.value, out);
    at += point.size;
  }
}

}  // namespace

std::string MakeSafe(std::string_view original, FieldIndex field, std::span<const Finding> findings,
                     const SafeRules& rules) {
  std::string safe;
  uint32_t at = 0;
  for (const Cluster& cluster : ClustersIn(field, findings)) {
    if (cluster.gravest->action < rules.least) continue;
    AppendReadable(Cut(original, {at, cluster.span.begin}), safe);
    safe += rules.channel.patterns[cluster.gravest->pattern.number()].replacement;
    at = cluster.span.end;
  }
  AppendReadable(original.substr(at), safe);
  return safe;
}

}  // namespace gatepost
