#pragma once

// MayHaveCues (second_look_filter.h) by what a processor has got. Blocks of 64 bytes become masks,
// a bit a byte, and a few shifts of masks (second_look_masks.h) say whether anything that CuesIn
// looks for can be there.

#include <string_view>

#include "text/simd.h"

#if defined(__x86_64__)

namespace gatepost {

[[nodiscard]] bool MayHaveCuesByAvx2(std::string_view text);
[[nodiscard]] bool MayHaveCuesByAvx512(std::string_view text);

}  // namespace gatepost

#endif
