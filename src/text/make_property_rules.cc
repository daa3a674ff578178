#include "text/make_property_rules.h"

#include <unicode/uchar.h>

#include "text/code_point_tables.h"

namespace gatepost {
namespace {

GraphemeClass ClassByRule(UChar32 value) {
  switch (u_getIntPropertyValue(value, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_CR:
      return GraphemeClass::kCr;
    case U_GCB_LF:
      return GraphemeClass::kLf;
    case U_GCB_CONTROL:
      return GraphemeClass::kControl;
    case U_GCB_EXTEND:
      return GraphemeClass::kExtend;
    case U_GCB_ZWJ:
      return GraphemeClass::kZwj;
    case U_GCB_REGIONAL_INDICATOR:
      return GraphemeClass::kRegionalIndicator;
    case U_GCB_PREPEND:
      return GraphemeClass::kPrepend;
    case U_GCB_SPACING_MARK:
      return GraphemeClass::kSpacingMark;
    case U_GCB_L:
      return GraphemeClass::kHangulL;
    case U_GCB_V:
      return GraphemeClass::kHangulV;
    case U_GCB_T:
      return GraphemeClass::kHangulT;
    case U_GCB_LV:
      return GraphemeClass::kHangulLv;
    case U_GCB_LVT:
      return GraphemeClass::kHangulLvt;
    default:
      break;
  }
  const bool is_pictographic = u_hasBinaryProperty(value, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  return is_pictographic ? GraphemeClass::kPictographic : GraphemeClass::kOther;
}

uint32_t WidthByRule(UChar32 value) {
  const uint32_t non_spacing = U_GC_MN_MASK | U_GC_ME_MASK;
  if ((U_GET_GC_MASK(value) & non_spacing) != 0) return 0;
  if (u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return 0;
  const int32_t syllable = u_getIntPropertyValue(value, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int32_t width = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

uint8_t PropertyByRule(char32_t value) {
  const auto code_point = static_cast<UChar32>(value);
  const auto grapheme_class = static_cast<uint32_t>(ClassByRule(code_point));
  return static_cast<uint8_t>(WidthByRule(code_point) << kWidthShift | grapheme_class);
}

}  // namespace gatepost
