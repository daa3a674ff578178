#pragma once

// Folds a text into skeleton text by tables made from ICU when Gatepost was built; nothing of ICU
// runs here.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"

namespace gatepost {

// What folding met that the verdict must mention.
struct FoldReport {
  bool has_invalid_utf8 = false;
  bool has_nul = false;
  uint32_t first_invalid_byte = 0;  // in the original; set with has_invalid_utf8
  uint32_t first_nul_byte = 0;      // in the original; set with has_nul
  bool is_copy = false;             // the skeleton is the original byte for byte, without edits
};

// Appends the skeleton of `original` to `text`. Any bytes are accepted, less than 2 GiB of them: a
// skeleton is at most twice as long as its original (U+00BD, two bytes, becomes " 1/2"), and
// offsets have 32 bits. Linear time.
FoldReport Fold(std::string_view original, std::string& text);

// The same, and appends its edits, relative to the end of `text` on entry, to `edits`. Several
// times as slow on what is not ASCII.
FoldReport Fold(std::string_view original, std::string& text, std::vector<OffsetEdit>& edits);

// The skeleton alone, for phrases and lists that are compared with skeletons.
[[nodiscard]] std::string Folded(std::string_view original);

}  // namespace gatepost
