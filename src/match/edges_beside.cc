#include "match/edges_beside.h"

#include "base/ascii.h"

namespace gatepost {
namespace {

uint8_t KindOf(char c) {
  if (IsDigit(c)) return 1;
  if (IsLetter(c)) return 2;
  if (c == '_') return 3;
  return std::string_view(".-/:").find(c) != std::string_view::npos ? 4 : 0;
}

}  // namespace

EdgesBeside::EdgesBeside() {
  for (size_t byte = 0; byte < kinds_.size(); ++byte) {
    kinds_[byte] = KindOf(static_cast<char>(byte));
  }
  for (size_t beyond = 0; beyond < kOfKind.size(); ++beyond) {
    for (size_t beside = 0; beside < kOfKind.size(); ++beside) {
      // The rule is the same on both sides.
      const std::array<char, 2> before = {kOfKind[beyond], kOfKind[beside]};
      for (size_t edges = 0; edges < kEdgeKinds; ++edges) {
        const bool holds =
            EdgeHoldsBefore(static_cast<Edges>(edges), {before.data(), before.size()}, 2);
        uint8_t& allowed = allowed_[beyond * kOfKind.size() + beside];
        if (holds) allowed = static_cast<uint8_t>(allowed | 1U << edges);
      }
    }
  }
}

}  // namespace gatepost
