// A boundary is decided by the classes of the code points on its two sides; only emoji joined by
// U+200D and flags need a look further back. The decision looks at most kGraphemeReach code points
// back and so depends on the place alone, wherever the search for it started: that makes both
// functions monotone.

#include "text/grapheme.h"

#include "base/utf8.h"
#include "text/code_point_tables.h"

namespace gatepost {
namespace {

bool IsTrail(char byte) { return (static_cast<uint8_t>(byte) & 0xC0U) == 0x80; }
bool IsAscii(char byte) { return static_cast<uint8_t>(byte) < 0x80; }

// Where the code point, or the invalid sequence, that holds text[byte] begins. Only a lead byte can
// claim the trail bytes after it, and at most three of them.
uint32_t CodePointBegin(std::string_view text, uint32_t byte) {
  uint32_t begin = byte;
  while (begin > 0 && byte - begin < 3 && IsTrail(text[begin])) --begin;
  return begin + DecodeUtf8(text, begin).size > byte ? begin : byte;
}

uint32_t Before(std::string_view text, uint32_t byte) { return CodePointBegin(text, byte - 1); }

GraphemeClass ClassAt(std::string_view text, uint32_t byte) {
  const CodePoint point = DecodeUtf8(text, byte);
  return point.is_valid ? GraphemeClassOf(point.value) : GraphemeClass::kControl;
}

bool IsControl(GraphemeClass c) {
  return c == GraphemeClass::kCr || c == GraphemeClass::kLf || c == GraphemeClass::kControl;
}

// GB6 to GB8
bool IsOneSyllable(GraphemeClass left, GraphemeClass right) {
  const bool before_t = right == GraphemeClass::kHangulT;
  const bool before_v = right == GraphemeClass::kHangulV;
  switch (left) {
    case GraphemeClass::kHangulL:
      return before_v || right == GraphemeClass::kHangulL || right == GraphemeClass::kHangulLv ||
             right == GraphemeClass::kHangulLvt;
    case GraphemeClass::kHangulLv:
    case GraphemeClass::kHangulV:
      return before_v || before_t;
    case GraphemeClass::kHangulLvt:
    case GraphemeClass::kHangulT:
      return before_t;
    default:
      return false;
  }
}

// GB11: whether the U+200D at `joiner` ends a pictograph and its extensions.
bool JoinsPictographs(std::string_view text, uint32_t joiner) {
  for (uint32_t steps = 0; joiner > 0 && steps < kGraphemeReach; ++steps) {
    joiner = Before(text, joiner);
    const GraphemeClass c = ClassAt(text, joiner);
    if (c != GraphemeClass::kExtend) return c == GraphemeClass::kPictographic;
  }
  return false;
}

// GB12, GB13: whether the regional indicator that begins at `second` is the second of a flag.
bool EndsFlag(std::string_view text, uint32_t second) {
  uint32_t before = 0;
  for (; second > 0; ++before) {
    if (before == kGraphemeReach) return false;
    second = Before(text, second);
    if (ClassAt(text, second) != GraphemeClass::kRegionalIndicator) break;
  }
  return before % 2 == 1;
}

// `byte` is where a code point begins, and neither end of the text.
bool IsBoundary(std::string_view text, uint32_t byte) {
  if (IsAscii(text[byte - 1]) && IsAscii(text[byte])) {
    return text[byte - 1] != '\r' || text[byte] != '\n';  // GB3
  }
  const uint32_t before = Before(text, byte);
  const GraphemeClass left = ClassAt(text, before);
  const GraphemeClass right = ClassAt(text, byte);
  if (IsControl(left) || IsControl(right)) return true;  // GB4, GB5
  if (IsOneSyllable(left, right)) return false;
  switch (right) {
    case GraphemeClass::kExtend:
    case GraphemeClass::kZwj:
    case GraphemeClass::kSpacingMark:
      return false;  // GB9, GB9a
    case GraphemeClass::kPictographic:
      if (left == GraphemeClass::kZwj && JoinsPictographs(text, before)) return false;
      break;
    case GraphemeClass::kRegionalIndicator:
      if (left == GraphemeClass::kRegionalIndicator && EndsFlag(text, byte)) return false;
      break;
    default:
      break;
  }
  return left != GraphemeClass::kPrepend;  // GB9b, GB999
}

}  // namespace

uint32_t GraphemeBegin(std::string_view text, uint32_t byte) {
  if (byte == 0 || byte >= text.size()) return byte;
  const uint32_t own = CodePointBegin(text, byte);
  uint32_t begin = own;
  for (uint32_t steps = 0; begin > 0 && !IsBoundary(text, begin); ++steps) {
    if (steps == kGraphemeReach) return own;
    begin = Before(text, begin);
  }
  return begin;
}

uint32_t GraphemeEnd(std::string_view text, uint32_t byte) {
  if (byte == 0 || byte >= text.size()) return byte;
  const uint32_t own = CodePointBegin(text, byte);
  const auto size = [text](uint32_t at) { return DecodeUtf8(text, at).size; };
  const uint32_t next = own == byte ? byte : own + size(own);
  uint32_t end = next;
  for (uint32_t steps = 0; end < text.size() && !IsBoundary(text, end); ++steps) {
    if (steps == kGraphemeReach) return next;
    end += size(end);
  }
  return end;
}

}  // namespace gatepost
