#pragma once

// How a skeleton was made from its field, and by which ways of hiding a value that were undone for
// it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/span.h"

namespace gatepost {

// Plain, or a second look. Each look is made from the one before it, so that a value hidden in
// several ways at once is found in the last.
enum class View : uint8_t {
  kPlain,
  kDecoded,     // what programs encode, decoded
  kSpelledOut,  // words for digits and signs, written as those
  kLookAlikes,  // letters that stand for digits, written as digits
  kJoined,      // what stands between the characters of a value left out
};

// A way of hiding a value.
enum class Way : uint8_t {
  kEntities,         // &#48;
  kPercent,          // %30
  kEscapes,          // \u0030
  kQuotedPrintable,  // =30
  kSpelledDigits,    // oh seven
  kSpelledSigns,     // jo at example dot com
  kLookAlikes,       // O77OO
  kApart,            // 0*7*7*0*0
  kSeparators,       // 07700 | 900 | 123
  kOverLines,
  kOverFields,
  kOverPosts,
};
inline constexpr size_t kWays = static_cast<size_t>(Way::kOverPosts) + 1;

// In English: "HTML entities", "spelled-out digits" …; reports and JSON name it so.
[[nodiscard]] constexpr std::string_view NameOf(Way way) {
  constexpr std::array<std::string_view, kWays> kNames = {
      "HTML entities",      "percent-encoding",   "escapes",
      "quoted-printable",   "spelled-out digits", "spelled-out signs",
      "look-alike letters", "characters apart",   "odd separators",
      "broken over lines",  "broken over fields", "broken over posts"};
  return kNames[static_cast<size_t>(way)];
}

// Which of the ways.
class WaySet {
 public:
  void Add(Way way) { bits_ = static_cast<uint16_t>(bits_ | Bit(way)); }
  [[nodiscard]] bool Has(Way way) const { return (bits_ & Bit(way)) != 0; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }

 private:
  static constexpr uint16_t Bit(Way way) {
    return static_cast<uint16_t>(1U << static_cast<unsigned>(way));
  }
  uint16_t bits_ = 0;
};

// Where a way of hiding was undone, in bytes of the field's original text or, where it says so, of
// the text that a look was made from.
struct Change {
  Span place;
  Way way;

  friend bool operator==(const Change&, const Change&) = default;
};

// Sorts the changes by way, then place, and makes one of those of one way that overlap, so that
// WaysIn finds them.
void Sort(std::vector<Change>& changes);
// The ways of those changes, sorted, that have a byte in `place`. Time logarithmic in the changes.
[[nodiscard]] WaySet WaysIn(std::span<const Change> changes, Span place);

// A text made from another one, with the way back.
struct Derivation {
  std::string text;
  std::vector<OffsetEdit> edits;  // to the text that it was made from
  std::vector<Change> changes;    // in places of that text; none: the text is the same
};

// Makes one, from left to right. Borrows the source.
class Rewriting {
 public:
  explicit Rewriting(std::string_view source) : source_(source) {}

  // Writes `by` in place of the part, which begins where the one before it ended, or later.
  void Replace(Span part, std::string_view by, Way way);
  // Leaves the part out.
  void Drop(Span part, Way way) { Replace(part, {}, way); }

  // Where the last part ended.
  [[nodiscard]] uint32_t written() const { return at_; }

  // The rest is copied. Without a change the text is empty, for nobody needs it.
  [[nodiscard]] Derivation Finish();

 private:
  void CopyTo(uint32_t end);

  std::string_view source_;
  uint32_t at_ = 0;  // next byte of the source
  Derivation made_;
};

}  // namespace gatepost
