#include "post/text_encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/byte_order_mark.h"
#include "base/utf8.h"

namespace gatepost {
namespace {

// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT, from 0x80 to 0x9F;
// from there on it is Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

uint8_t Byte(std::string_view text, size_t at) { return static_cast<uint8_t>(text[at]); }

bool IsTextByte(uint8_t byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n' || byte == '\r';
}

// ASCII in UTF-16 without a mark: NULs in the one half of the units, text in the other. A few units
// of another script may be among them.
bool LooksLikeUtf16(std::string_view begin, size_t low_half) {
  constexpr size_t kLookedAt = 512;
  const size_t units = std::min(begin.size(), kLookedAt) / 2;
  if (units < 2) return false;
  size_t ascii = 0;
  for (size_t unit = 0; unit < units; ++unit) {
    const uint8_t low = Byte(begin, 2 * unit + low_half);
    const uint8_t high = Byte(begin, 2 * unit + 1 - low_half);
    if (low == 0 && high == 0) return false;
    if (high == 0 && IsTextByte(low)) ++ascii;
  }
  return ascii * 10 >= units * 9;
}

bool LooksLikeJson(std::string_view begin) {
  begin.remove_prefix(std::min(begin.find_first_not_of(" \t\r\n"), begin.size()));
  return begin.starts_with('{') || begin.starts_with('[') || begin.starts_with("window.");
}

// More bytes that are no UTF-8 than characters of several bytes that are.
bool IsHardlyUtf8(std::string_view begin, bool is_whole) {
  size_t characters = 0;
  size_t faults = 0;
  for (size_t at = 0; at < begin.size();) {
    const CodePoint point = DecodeUtf8(begin, at);
    const bool may_be_cut = !is_whole && begin.size() - at < 4;
    if (!point.is_valid && !may_be_cut) ++faults;
    if (point.is_valid && point.size > 1) ++characters;
    at += point.size;
  }
  return faults > characters;
}

// What the three decoders share: blocks in, blocks out, and an end that may have to be told of.
class Utf8Source : public ByteSource {
 public:
  Result<std::string_view> Next() final {
    for (;;) {
      Result<std::string_view> block = bytes_.Next();
      if (!block) return block;
      const bool is_at_end = block->empty();
      const size_t mark = std::min<size_t>(mark_left_, block->size());
      mark_left_ -= mark;
      block->remove_prefix(mark);
      if (block->empty() && !is_at_end) continue;
      const std::string_view text = is_at_end ? Finish() : Decode(*block);
      if (!text.empty() || is_at_end) return text;
    }
  }

 protected:
  Utf8Source(ByteSource& bytes, size_t mark_bytes) : bytes_(bytes), mark_left_(mark_bytes) {}
  [[nodiscard]] virtual std::string_view Decode(std::string_view block) = 0;
  // What is still to be given at the end; once.
  [[nodiscard]] virtual std::string_view Finish() { return {}; }

 private:
  ByteSource& bytes_;
  size_t mark_left_;
};

class AsIsSource final : public Utf8Source {
 public:
  AsIsSource(ByteSource& bytes, size_t mark_bytes) : Utf8Source(bytes, mark_bytes) {}

 protected:
  std::string_view Decode(std::string_view block) override { return block; }
};

class Windows1252Source final : public Utf8Source {
 public:
  explicit Windows1252Source(ByteSource& bytes) : Utf8Source(bytes, 0) {}

 protected:
  std::string_view Decode(std::string_view block) override {
    text_.clear();
    while (!block.empty()) {
      const auto is_ascii = [](char c) { return static_cast<uint8_t>(c) < 0x80; };
      const auto* const end = std::find_if_not(block.begin(), block.end(), is_ascii);
      text_.append(block.begin(), end);
      block.remove_prefix(static_cast<size_t>(end - block.begin()));
      if (block.empty()) break;
      const uint8_t byte = Byte(block, 0);
      AppendUtf8(byte < 0xA0 ? char32_t{kWindows1252[byte - 0x80U]} : byte, text_);
      block.remove_prefix(1);
    }
    return text_;
  }

 private:
  std::string text_;
};

class Utf16Source final : public Utf8Source {
 public:
  Utf16Source(ByteSource& bytes, TextEncoding encoding)
      : Utf8Source(bytes, encoding.mark_bytes),
        low_half_(encoding.kind == TextEncoding::Kind::kUtf16Le ? 0 : 1) {}

 protected:
  std::string_view Decode(std::string_view block) override {
    text_.clear();
    if (half_) {
      const std::array<char, 2> unit = {*half_, block[0]};
      half_.reset();
      Take(UnitAt({unit.data(), unit.size()}, 0));
      block.remove_prefix(1);
    }
    size_t at = 0;
    for (; at + 1 < block.size(); at += 2) Take(UnitAt(block, at));
    if (at < block.size()) half_ = block[at];
    return text_;
  }

  std::string_view Finish() override {
    text_.clear();
    if (high_ != 0) AppendUtf8(kReplacement, text_);
    if (half_) AppendUtf8(kReplacement, text_);
    high_ = 0;
    half_.reset();
    return text_;
  }

 private:
  [[nodiscard]] char32_t UnitAt(std::string_view text, size_t at) const {
    return char32_t{Byte(text, at + low_half_)} | char32_t{Byte(text, at + 1 - low_half_)} << 8U;
  }

  void Take(char32_t unit) {
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (high_ != 0) {
      AppendUtf8(is_low ? 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00) : kReplacement,
                 text_);
      high_ = 0;
      if (is_low) return;
    }
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else if (unit < 0x80) {
      text_ += static_cast<char>(unit);
    } else {
      AppendUtf8(unit, text_);
    }
  }

  size_t low_half_;           // where in a unit its lower byte stands
  std::optional<char> half_;  // of a unit that the next block goes on with
  char32_t high_ = 0;         // a surrogate that waits for its partner
  std::string text_;
};

}  // namespace

TextEncoding EncodingOf(std::string_view begin, bool is_whole) {
  using Kind = TextEncoding::Kind;
  if (begin.starts_with(kByteOrderMark)) return {Kind::kAsIs, kByteOrderMark.size()};
  if (begin.starts_with("\xFF\xFE")) return {Kind::kUtf16Le, 2};
  if (begin.starts_with("\xFE\xFF")) return {Kind::kUtf16Be, 2};
  if (LooksLikeUtf16(begin, 0)) return {Kind::kUtf16Le, 0};
  if (LooksLikeUtf16(begin, 1)) return {Kind::kUtf16Be, 0};
  if (begin.find('\0') != std::string_view::npos || LooksLikeJson(begin)) return {};
  return {IsHardlyUtf8(begin, is_whole) ? Kind::kWindows1252 : Kind::kAsIs, 0};
}

std::unique_ptr<ByteSource> AsUtf8(ByteSource& bytes, TextEncoding encoding) {
  switch (encoding.kind) {
    case TextEncoding::Kind::kAsIs:
      break;
    case TextEncoding::Kind::kUtf16Le:
    case TextEncoding::Kind::kUtf16Be:
      return std::make_unique<Utf16Source>(bytes, encoding);
    case TextEncoding::Kind::kWindows1252:
      return std::make_unique<Windows1252Source>(bytes);
  }
  return std::make_unique<AsIsSource>(bytes, encoding.mark_bytes);
}

}  // namespace gatepost
