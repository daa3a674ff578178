#include "base/interval.h"

#include <algorithm>
#include <cmath>

namespace gatepost {
namespace {

constexpr double kZ = 1.959963984540054;  // of the normal distribution, 95 % lie within ±z

}  // namespace

Share ShareOf(uint64_t count, uint64_t total) {
  const auto n = static_cast<double>(total);
  const double p = static_cast<double>(count) / n;
  const double scale = 1 / (1 + kZ * kZ / n);
  const double centre = scale * (p + kZ * kZ / (2 * n));
  const double half = scale * kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  return {p, std::max(0.0, std::min(p, centre - half)), std::min(1.0, std::max(p, centre + half))};
}

EventCount EventsOf(double count) {
  const auto bound = [](double events, double z) {
    const double root = 1 - 1 / (9 * events) + z / (3 * std::sqrt(events));
    return root > 0 ? events * root * root * root : 0.0;
  };
  return {count, count > 0 ? bound(count, -kZ) : 0, bound(count + 1, kZ)};
}

double F2(double precision, double recall) {
  const double below = 4 * precision + recall;
  return below > 0 ? 5 * precision * recall / below : 0;
}

}  // namespace gatepost
