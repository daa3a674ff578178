#include "judge/obfuscation.h"

#include <array>
#include <string>

namespace gatepost {
namespace {

constexpr std::array<int, kWays> kPoints = {
    0,    // kEntities
    0,    // kPercent
    0,    // kEscapes
    0,    // kQuotedPrintable
    10,   // kSpelledDigits
    10,   // kSpelledSigns
    10,   // kLookAlikes
    10,   // kApart
    5,    // kSeparators
    -10,  // kOverLines
    -10,  // kOverFields
    -10,  // kOverPosts
};

}  // namespace

void AddObfuscation(WaySet ways, Finding& finding) {
  for (size_t i = 0; i < kWays; ++i) {
    const Way way{static_cast<uint8_t>(i)};
    if (!ways.Has(way)) continue;
    finding.reasons.push_back({Reason::Kind::kObfuscated, kPoints[i], std::string(NameOf(way))});
    finding.score += kPoints[i];
  }
}

}  // namespace gatepost
