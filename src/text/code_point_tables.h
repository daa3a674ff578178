#pragma once

// What the program knows of a code point: its fold, its part in grapheme clusters, its width. The
// tables behind these functions are made from ICU by make_fold_table.cc when Gatepost is built; ICU
// is not linked.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatepost {

// Digits that are digits only beside another of their kind; alone they are footnote or list marks.
enum class MarkedDigit : uint8_t { kNone, kSuperscript, kSubscript, kEnclosed };

// What a code point from U+0080 on becomes in a skeleton. Exactly one of is_byte(),
// is_regional_indicator(), is_marked_digit() and is_string() holds.
class FoldEntry {
 public:
  constexpr explicit FoldEntry(uint16_t bits) : bits_(bits) {}
  static constexpr FoldEntry Byte(char byte) { return Of(0, byte); }
  static constexpr FoldEntry RegionalIndicator(char letter) { return Of(kRegionalFlag, letter); }
  static constexpr FoldEntry Digit(MarkedDigit kind, char digit) {
    const auto number = static_cast<uint16_t>(kind);
    return Of(static_cast<uint16_t>(number << kKindShift), digit);
  }
  static constexpr FoldEntry String(size_t place) {
    return FoldEntry(static_cast<uint16_t>(kStringFlag | place));
  }

  [[nodiscard]] constexpr bool is_byte() const { return bits_ < kByteLimit; }
  [[nodiscard]] constexpr bool vanishes() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool is_string() const { return (bits_ & kStringFlag) != 0; }
  [[nodiscard]] constexpr bool is_regional_indicator() const {
    return !is_string() && (bits_ & kRegionalFlag) != 0;
  }
  [[nodiscard]] constexpr bool is_marked_digit() const { return kind() != MarkedDigit::kNone; }

  // The byte, the regional indicator's letter, or the digit.
  [[nodiscard]] constexpr char byte() const { return static_cast<char>(bits_ & (kByteLimit - 1)); }
  [[nodiscard]] constexpr MarkedDigit kind() const {
    return is_string() ? MarkedDigit::kNone : static_cast<MarkedDigit>((bits_ >> kKindShift) & 3U);
  }
  // Where in the pool the string stands, its length before it.
  [[nodiscard]] constexpr size_t place() const { return bits_ & (kStringFlag - 1U); }
  [[nodiscard]] constexpr uint16_t bits() const { return bits_; }

 private:
  static constexpr FoldEntry Of(uint16_t flags, char byte) {
    return FoldEntry(static_cast<uint16_t>(flags | static_cast<uint8_t>(byte)));
  }
  static constexpr uint16_t kByteLimit = 0x80, kRegionalFlag = 0x80, kStringFlag = 0x8000;
  static constexpr int kKindShift = 8;

  uint16_t bits_;
};

// The properties that UAX #29 decides by, Extended_Pictographic among them.
enum class GraphemeClass : uint8_t {
  kOther,
  kCr,
  kLf,
  kControl,
  kExtend,
  kZwj,
  kRegionalIndicator,
  kPrepend,
  kSpacingMark,
  kHangulL,
  kHangulV,
  kHangulT,
  kHangulLv,
  kHangulLvt,
  kPictographic,
};

// Both tables are two-stage: a code point's high bits choose a block, its low bits an entry of the
// block.
inline constexpr int kFoldBlockBits = 6;  // as UTF-8's last byte
inline constexpr int kPropertyBlockBits = 7;
inline constexpr char32_t kFoldTableEnd = 0x20000;  // from here on only FoldBeyondTable
inline constexpr size_t kLongestString = 15;
inline constexpr int kWidthShift =
    4;  // a property entry is a GraphemeClass with the width above it

// Of the ICU that they were made from.
extern const char kIcuVersion[];
extern const uint16_t kFoldBlockOf[];
extern const uint16_t kFoldBlocks[];
extern const char kFoldStrings[];
extern const uint8_t kPropertyBlockOf[];
extern const uint8_t kPropertyBlocks[];

// Ideographs and private use are symbols, tags and variation selectors vanish. The generator checks
// it.
constexpr FoldEntry FoldBeyondTable(char32_t value) {
  return FoldEntry::Byte((value >> 12) == 0xE0 ? '\0' : '\x1A');
}

// `value` is at least U+0080.
inline FoldEntry FoldEntryOf(char32_t value) {
  if (value >= kFoldTableEnd) return FoldBeyondTable(value);
  const size_t block = kFoldBlockOf[value >> kFoldBlockBits];
  return FoldEntry(kFoldBlocks[(block << kFoldBlockBits) | (value & ((1U << kFoldBlockBits) - 1))]);
}

// `entry` must be a string; 1 to kLongestString bytes.
inline std::string_view StringOf(FoldEntry entry) {
  const char* const string = kFoldStrings + entry.place();
  return {string + 1, static_cast<size_t>(*string)};
}

inline uint8_t PropertyOf(char32_t value) {
  const size_t block = kPropertyBlockOf[value >> kPropertyBlockBits];
  return kPropertyBlocks[(block << kPropertyBlockBits) |
                         (value & ((1U << kPropertyBlockBits) - 1))];
}

inline GraphemeClass GraphemeClassOf(char32_t value) {
  return static_cast<GraphemeClass>(PropertyOf(value) & ((1U << kWidthShift) - 1));
}

inline uint32_t WidthOf(char32_t value) { return PropertyOf(value) >> kWidthShift; }

}  // namespace gatepost
