#include "judge/finding.h"

#include <algorithm>
#include <array>

namespace gatepost {

bool HasLabel(const Finding& finding, std::string_view label) {
  return std::find(finding.labels.begin(), finding.labels.end(), label) != finding.labels.end();
}

bool Overlap(const Finding& a, const Finding& b) {
  const Place& x = a.places.front();
  const Place& y = b.places.front();
  return x.field == y.field && x.span.Overlaps(y.span);
}

std::string_view NameOf(Reason::Kind kind) {
  constexpr std::array<std::string_view, 11> kNames = {
      "base",    "check_digit", "context",           "against",    "post_kind", "companion",
      "weights", "value",       "inside_longer_run", "obfuscated", "override"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view NameOf(Band band) {
  constexpr std::array<std::string_view, 3> kNames = {"weak", "likely", "strong"};
  return kNames[static_cast<size_t>(band)];
}

}  // namespace gatepost
