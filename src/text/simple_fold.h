#pragma once

// The fold of what nearly all texts are made of: printable ASCII, newlines, and code points that
// become one byte or vanish.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/offset_map.h"

namespace gatepost {

struct SimpleRun {
  size_t read = 0;     // bytes of the original
  size_t written = 0;  // bytes of the skeleton, not more than that
};

// Where the edits of a run go, and how far original and skeleton are when it begins.
struct EditSink {
  std::vector<OffsetEdit>& edits;
  uint32_t original;
  uint32_t derived;
};

// What is written to may be overwritten that far beyond the size of the original.
inline constexpr size_t kSimpleFoldRoom = 64;

// Folds from the beginning of `original` on, up to the first byte that is not of the kind (a
// control, a code point that becomes more than a byte or takes others into account, an invalid
// byte), into `text`, where there is room for original.size() + kSimpleFoldRoom bytes. Its edits
// are appended if there is a sink. By AVX-512 where the processor has what it takes.
SimpleRun FoldSimple(std::string_view original, char* text, const EditSink* sink = nullptr);

// The same without AVX-512, for comparison.
SimpleRun FoldSimplePortably(std::string_view original, char* text, const EditSink* sink = nullptr);

// How far the text is printable ASCII and newlines from its beginning on: all of it, or so many
// bytes, perhaps a few less.
size_t PlainPrefix(std::string_view text);

}  // namespace gatepost
