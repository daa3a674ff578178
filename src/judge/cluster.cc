#include "judge/cluster.h"

#include <algorithm>

namespace gatepost {
namespace {

bool IsGraver(const Finding& a, const Finding& b) {
  return a.action > b.action || (a.action == b.action && b.is_hidden && !a.is_hidden);
}

}  // namespace

std::vector<Cluster> ClustersIn(FieldIndex field, std::span<const Finding* const> findings) {
  std::vector<Cluster> places;
  for (const Finding* finding : findings) {
    for (const Place& place : finding->places) {
      if (place.field == field) places.push_back({place.span, finding});
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

}  // namespace gatepost
