// One pass over the original. Runs of ASCII are copied eight bytes at a time; everything else is
// decoded, looked up and written with an edit. Whatever folds differently in other company (a digit
// in a circle, half a flag) is written together with the neighbour that decides it, under one edit:
// so any span of the skeleton leads back to originals that fold the same on their own.

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#include "base/utf8.h"
#include "text/code_point_tables.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

constexpr uint32_t kWord = 8;
constexpr uint32_t kRoom = 16;  // no step writes more: a string, a word of ASCII, three digits
static_assert(kLongestString <= kRoom);
constexpr size_t kEditRoom = 64;

constexpr std::array<char, 0x80> AsciiFolds() {
  std::array<char, 0x80> folds{};
  for (size_t i = 0; i < folds.size(); ++i) {
    folds[i] = i >= ' ' && i <= '~' ? static_cast<char>(i) : kSymbolMark;
  }
  folds['\t'] = ' ';
  folds['\n'] = '\n';
  folds['\r'] = '\n';
  return folds;
}
constexpr std::array<char, 0x80> kAsciiFolds = AsciiFolds();

uint64_t LoadLittleEndian(const char* from) {
  uint64_t word = 0;
  std::memcpy(&word, from, kWord);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

uint32_t LoadBigEndian(const char* from) {
  uint32_t word = 0;
  std::memcpy(&word, from, sizeof(word));
  if constexpr (std::endian::native == std::endian::little) word = __builtin_bswap32(word);
  return word;
}

// How many of the eight bytes from `from` on are printable ASCII, counted from the first. A borrow
// can only spoil bytes after one that is not, and those do not count.
uint32_t PrintableIn(const char* from) {
  constexpr uint64_t kOnes = 0x0101010101010101U;
  constexpr uint64_t kHigh = kOnes * 0x80;
  const uint64_t word = LoadLittleEndian(from);
  const uint64_t below_space = (word - kOnes * 0x20) & ~word;
  const uint64_t delete_xor = word ^ (kOnes * 0x7F);
  const uint64_t is_delete = (delete_xor - kOnes) & ~delete_xor;
  const uint64_t other = (word | below_space | is_delete) & kHigh;
  return static_cast<uint32_t>(std::countr_zero(other)) / 8;
}

// How far the text is printable ASCII and newlines from its beginning on: what needs no folding.
size_t PlainPrefix(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= kWord) {
      const uint32_t printable = PrintableIn(text.data() + at);
      at += printable;
      if (printable == kWord) continue;
    }
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte >= 0x80 || kAsciiFolds[byte] != text[at]) return at;
    ++at;
  }
  return at;
}

struct Sequence {
  uint32_t value = 0;
  uint32_t size = 0;  // 0 = not decoded
};

// As DecodeUtf8 for sequences of two and more bytes, but inline, from one load of four bytes: a
// mask and a comparison say whether lead and trail bytes are in their places. Leaves what is
// invalid to DecodeUtf8.
inline Sequence DecodeFast(const char* from) {
  const uint32_t word = LoadBigEndian(from);
  const auto bits = [word](int shift, uint32_t mask) { return word >> shift & mask; };
  if ((word & 0xE0C00000U) == 0xC0800000U) {
    const uint32_t value = bits(18, 0x7C0) | bits(16, 0x3F);
    if (value >= 0x80) return {value, 2};
  } else if ((word & 0xF0C0C000U) == 0xE0808000U) {
    const uint32_t value = bits(12, 0xF000) | bits(10, 0xFC0) | bits(8, 0x3F);
    if (value >= 0x800 && (value & 0xF800U) != 0xD800) return {value, 3};
  } else if ((word & 0xF8C0C0C0U) == 0xF0808080U) {
    const uint32_t value = bits(6, 0x1C0000) | bits(4, 0x3F000) | bits(2, 0xFC0) | bits(0, 0x3F);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
  }
  return {};
}

// Where the hot loop stands. A copy of the folder's members: a byte written to the text might else
// be a change of one of them, and all would be read again after it.
struct Cursor {
  const char* original;
  char* text;
  OffsetEdit* edit;  // next to be written
  uint32_t at;       // next byte of the original
  uint32_t derived;  // next byte of the text
};

// Copies up to eight bytes of printable ASCII. False if there are none.
inline bool CopyPrintable(Cursor& cursor) {
  const char* const from = cursor.original + cursor.at;
  const uint32_t printable = PrintableIn(from);
  std::memcpy(cursor.text + cursor.derived, from, kWord);
  cursor.at += printable;
  cursor.derived += printable;
  return printable > 0;
}

// Folds a code point that is one byte or vanishes. False if it is not such a one.
inline bool FoldSimpleCodePoint(Cursor& cursor) {
  const Sequence point = DecodeFast(cursor.original + cursor.at);
  if (point.size == 0) return false;
  const FoldEntry entry = FoldEntryOf(point.value);
  if (!entry.is_byte()) return false;
  cursor.text[cursor.derived] = entry.byte();
  const uint32_t derived_end = cursor.derived + (entry.vanishes() ? 0 : 1);
  const uint32_t original_end = cursor.at + point.size;
  *cursor.edit++ = {{cursor.derived, derived_end}, {cursor.at, original_end}};
  cursor.derived = derived_end;
  cursor.at = original_end;
  return true;
}

class Folder {
 public:
  Folder(std::string_view original, std::string& text, std::vector<OffsetEdit>& edits)
      : original_(original),
        text_(text),
        edits_(edits),
        base_(text.size()),
        edit_count_(edits.size()) {}

  FoldReport Run() {
    const size_t plain = PlainPrefix(original_);
    text_.append(original_, 0, plain);
    at_ = derived_ = static_cast<uint32_t>(plain);
    while (at_ < original_.size()) {
      MakeRoom();
      FoldSimple();
      if (at_ < original_.size()) FoldNext();
    }
    text_.resize(base_ + derived_);
    edits_.resize(edit_count_);
    return report_;
  }

 private:
  struct Digit {
    Span original;
    char digit;
  };

  // Room in the text for a step and for the rest of the original byte for byte, and for two edits.
  void MakeRoom() {
    const size_t left = original_.size() - at_;
    const size_t room = text_.size() - base_ - derived_;
    if (room < left + kRoom) text_.resize(base_ + derived_ + left + 4 * kRoom);
    if (edits_.size() - edit_count_ < 2) edits_.resize(edit_count_ + kEditRoom);
  }

  // What nearly all of a text goes through. Stops before anything else, before the last edit there
  // is room for, and shortly before the end, for it reads words.
  void FoldSimple() {
    const size_t left = original_.size() - at_;
    if (left < kWord) return;
    const size_t edits_left = edits_.size() - edit_count_ - 1;  // each takes two bytes or more
    const auto stop = static_cast<uint32_t>(at_ + std::min(left - kWord + 1, 2 * edits_left));
    Cursor cursor{original_.data(), text_.data() + base_, edits_.data() + edit_count_, at_,
                  derived_};
    while (cursor.at < stop) {
      const bool is_ascii = static_cast<uint8_t>(cursor.original[cursor.at]) < 0x80;
      if (is_ascii ? !CopyPrintable(cursor) : !FoldSimpleCodePoint(cursor)) break;
    }
    at_ = cursor.at;
    derived_ = cursor.derived;
    edit_count_ = static_cast<size_t>(cursor.edit - edits_.data());
  }

  char* Out() { return text_.data() + base_ + derived_; }

  // Advances over `size` original bytes that became the last `written` derived ones.
  void Advance(uint32_t size, uint32_t written) {
    const bool is_copy = size == 1 && written == 1;
    if (!is_copy) edits_[edit_count_++] = {{derived_, derived_ + written}, {at_, at_ + size}};
    at_ += size;
    derived_ += written;
  }

  void Put(char byte, uint32_t size) {
    *Out() = byte;
    Advance(size, 1);
  }

  // Folds whatever comes next.
  void FoldNext() {
    if (static_cast<uint8_t>(original_[at_]) < 0x80) return FoldAscii();
    const CodePoint point = DecodeUtf8(original_, at_);
    if (!point.is_valid) return FoldInvalid(point.size);
    const FoldEntry entry = FoldEntryOf(point.value);
    if (entry.vanishes()) return Advance(point.size, 0);
    if (entry.is_byte()) return Put(entry.byte(), point.size);
    if (entry.is_string()) return PutString(StringOf(entry), point.size);
    if (entry.is_regional_indicator()) return FoldFlag(entry.byte(), point.size);
    FoldMarkedDigits({{at_, at_ + point.size}, entry.byte()}, entry.kind());
  }

  void FoldAscii() {
    const char byte = original_[at_];
    if (byte == '\0' && !report_.has_nul) {
      report_.has_nul = true;
      report_.first_nul_byte = at_;
    }
    const bool is_crlf = byte == '\r' && at_ + 1 < original_.size() && original_[at_ + 1] == '\n';
    Put(kAsciiFolds[static_cast<uint8_t>(byte)], is_crlf ? 2 : 1);
  }

  void FoldInvalid(uint32_t size) {
    if (!report_.has_invalid_utf8) {
      report_.has_invalid_utf8 = true;
      report_.first_invalid_byte = at_;
    }
    Put(kSymbolMark, size);
  }

  void PutString(std::string_view string, uint32_t size) {
    std::memcpy(Out(), string.data(), string.size());
    Advance(size, static_cast<uint32_t>(string.size()));
  }

  // Two regional indicators are a flag, which is a symbol; a last one alone is a letter.
  void FoldFlag(char letter, uint32_t size) {
    if (at_ + size < original_.size()) {
      const CodePoint next = DecodeUtf8(original_, at_ + size);
      const bool is_flag = next.value >= 0x80 && FoldEntryOf(next.value).is_regional_indicator();
      if (is_flag) return Put(kSymbolMark, size + next.size);
    }
    Put(letter, size);
  }

  // The digit of that kind that comes after `at`, if nothing visible stands between.
  std::optional<Digit> NextDigit(uint32_t at, MarkedDigit kind) const {
    while (at < original_.size()) {
      const CodePoint point = DecodeUtf8(original_, at);
      if (point.value < 0x80 || !point.is_valid) return std::nullopt;
      const FoldEntry entry = FoldEntryOf(point.value);
      if (entry.kind() == kind) return Digit{{at, at + point.size}, entry.byte()};
      if (!entry.vanishes()) return std::nullopt;
      at += point.size;
    }
    return std::nullopt;
  }

  // A run of such digits is written in twos, a last odd one as part of a three; one alone is a
  // mark.
  void FoldMarkedDigits(Digit first, MarkedDigit kind) {
    std::optional<Digit> second = NextDigit(first.original.end, kind);
    if (!second) return Put(kSymbolMark, first.original.size());
    while (second) {
      MakeRoom();
      Out()[0] = first.digit;
      Out()[1] = second->digit;
      const std::optional<Digit> third = NextDigit(second->original.end, kind);
      if (!third) return Advance(second->original.end - at_, 2);
      const std::optional<Digit> fourth = NextDigit(third->original.end, kind);
      if (!fourth) {
        Out()[2] = third->digit;
        return Advance(third->original.end - at_, 3);
      }
      Advance(second->original.end - at_, 2);
      if (third->original.begin > at_) Advance(third->original.begin - at_, 0);
      first = *third;
      second = fourth;
    }
  }

  std::string_view original_;
  std::string& text_;  // reaches further than the skeleton while it is written, as edits_ does
  std::vector<OffsetEdit>& edits_;
  size_t base_;           // where this skeleton begins in text_
  size_t edit_count_;     // edits written, others' included
  uint32_t at_ = 0;       // next byte of original_
  uint32_t derived_ = 0;  // next byte of the skeleton
  FoldReport report_;
};

}  // namespace

FoldReport Fold(std::string_view original, std::string& text, std::vector<OffsetEdit>& edits) {
  return Folder(original, text, edits).Run();
}

std::string Folded(std::string_view original) {
  std::string text;
  std::vector<OffsetEdit> edits;
  Fold(original, text, edits);
  return text;
}

}  // namespace gatepost
