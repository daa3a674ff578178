#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pattern/pattern.h"

namespace gatepost {

inline constexpr size_t kEdgeKinds = 4;

// Which Edges allow a match to begin or to end at a place, a bit each, by the two bytes beside it:
// a look-up where pattern.h has the rule. Const, shared by all threads.
class EdgesBeside {
 public:
  EdgesBeside();

  [[nodiscard]] uint32_t Before(std::string_view text, uint32_t begin) const {
    return Allowed(begin >= 1 ? text[begin - 1] : ' ', begin >= 2 ? text[begin - 2] : ' ');
  }
  [[nodiscard]] uint32_t After(std::string_view text, uint32_t end) const {
    return Allowed(end < text.size() ? text[end] : ' ',
                   size_t{end} + 1 < text.size() ? text[end + 1] : ' ');
  }
  // Some two bytes allow just those.
  [[nodiscard]] bool MayBe(uint32_t allowed) const {
    return std::find(allowed_.begin(), allowed_.end(), allowed) != allowed_.end();
  }

 private:
  // One byte of each kind that edges tell apart.
  static constexpr std::string_view kOfKind = " 0a_-";

  [[nodiscard]] uint32_t Allowed(char beside, char beyond) const {
    return allowed_[kinds_[static_cast<uint8_t>(beyond) & 0x7FU] * kOfKind.size() +
                    kinds_[static_cast<uint8_t>(beside) & 0x7FU]];
  }

  std::array<uint8_t, 128> kinds_{};
  std::array<uint8_t, kOfKind.size() * kOfKind.size()> allowed_{};
};

}  // namespace gatepost
