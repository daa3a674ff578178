#include "text/decode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/hex.h"
#include "base/utf8.h"

namespace gatepost {
namespace {

// HTML's names of what stands in and beside values (WHATWG, named character references), a small
// part of them: letters with marks hide nothing.
struct NamedEntity {
  std::string_view name;
  char32_t value;
};
constexpr auto kNamedEntities = std::to_array<NamedEntity>({
    {"amp", U'&'},      {"apos", U'\''},  {"ast", U'*'},     {"bsol", U'\\'},    {"bull", 0x2022},
    {"colon", U':'},    {"comma", U','},  {"commat", U'@'},  {"dash", 0x2010},   {"emsp", 0x2003},
    {"ensp", 0x2002},   {"equals", U'='}, {"excl", U'!'},    {"gt", U'>'},       {"hyphen", 0x2010},
    {"lbrack", U'['},   {"lowbar", U'_'}, {"lpar", U'('},    {"lsqb", U'['},     {"lt", U'<'},
    {"mdash", 0x2014},  {"middot", 0xB7}, {"minus", 0x2212}, {"nbsp", 0xA0},     {"ndash", 0x2013},
    {"NewLine", U'\n'}, {"num", U'#'},    {"percnt", U'%'},  {"period", U'.'},   {"plus", U'+'},
    {"quot", U'"'},     {"rbrack", U']'}, {"rpar", U')'},    {"rsqb", U']'},     {"semi", U';'},
    {"shy", 0xAD},      {"sol", U'/'},    {"Tab", U'\t'},    {"thinsp", 0x2009}, {"UnderBar", U'_'},
    {"verbar", U'|'},   {"zwj", 0x200D},  {"zwnj", 0x200C},
});
constexpr size_t kLongestName = 8;

constexpr std::string_view kFirsts = "&%\\=";  // what encodings begin with

// Fewer signs than these are sums and settings ("x=30"), not quoted-printable.
constexpr int kFewestQuoted = 3;

bool IsHexAt(std::string_view text, size_t at) {
  return at < text.size() && HexValue(text[at]) >= 0;
}

// Digits from `at` on, at most `most` of them: their value and their number.
struct Number {
  uint32_t value = 0;
  size_t digits = 0;
};
Number HexAt(std::string_view text, size_t at, size_t most) {
  Number number;
  while (number.digits < most && IsHexAt(text, at + number.digits)) {
    const int value = HexValue(text[at + number.digits++]);
    number.value = number.value * 16 + static_cast<uint32_t>(value);
  }
  return number;
}
Number DecimalAt(std::string_view text, size_t at, size_t most) {
  Number number;
  while (number.digits < most && at + number.digits < text.size() &&
         IsDigit(text[at + number.digits])) {
    number.value = number.value * 10 + static_cast<uint32_t>(text[at + number.digits++] - '0');
  }
  return number;
}

// What stands encoded at a place.
struct Piece {
  size_t size = 0;      // of it, encoded
  std::string decoded;  // empty: it stands for nothing
  Way way = Way::kEntities;
};

Piece Utf8Piece(size_t size, char32_t value, Way way) {
  Piece piece{size, {}, way};
  AppendUtf8(value, piece.decoded);
  return piece;
}

// "&#48;", "&#x30;", the semicolon left out as browsers allow; "&commat;".
std::optional<Piece> EntityAt(std::string_view text, size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  if (text[at + 1] == '#') {
    const bool is_hex = Lower(text[at + 2]) == 'x';
    size_t begin = at + (is_hex ? 3 : 2);
    // However many zeros lead it, browsers read it.
    const auto is_digit = [&](size_t place) {
      return place < text.size() && (is_hex ? IsHexAt(text, place) : IsDigit(text[place]));
    };
    while (is_digit(begin) && text[begin] == '0' && is_digit(begin + 1)) ++begin;
    const Number number = is_hex ? HexAt(text, begin, 7) : DecimalAt(text, begin, 8);
    if (number.digits == 0) return std::nullopt;
    size_t end = begin + number.digits;
    if (end < text.size() && text[end] == ';') ++end;
    return Utf8Piece(end - at, number.value, Way::kEntities);
  }
  const size_t end = text.substr(0, at + kLongestName + 2).find(';', at + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  const auto found = std::ranges::find(kNamedEntities, name, &NamedEntity::name);
  if (found == kNamedEntities.end()) return std::nullopt;
  return Utf8Piece(end + 1 - at, found->value, Way::kEntities);
}

// "%40", a byte: what is UTF-8 comes in several.
std::optional<Piece> PercentAt(std::string_view text, size_t at) {
  const Number number = HexAt(text, at + 1, 2);
  if (number.digits != 2) return std::nullopt;
  return Piece{3, std::string(1, static_cast<char>(number.value)), Way::kPercent};
}

// "\u0030", "\u{30}", "\x30", "\U00000030", and the two halves of a surrogate pair.
std::optional<Piece> EscapeAt(std::string_view text, size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const char kind = text[at + 1];
  if (kind == 'u' && text[at + 2] == '{') {
    const Number number = HexAt(text, at + 3, 6);
    const size_t end = at + 3 + number.digits;
    if (number.digits == 0 || end >= text.size() || text[end] != '}') return std::nullopt;
    return Utf8Piece(end + 1 - at, number.value, Way::kEscapes);
  }
  const size_t digits = kind == 'u' ? 4 : kind == 'x' ? 2 : kind == 'U' ? 8 : 0;
  const Number first = HexAt(text, at + 2, digits);
  if (digits == 0 || first.digits != digits) return std::nullopt;
  const size_t next = at + 2 + digits;
  const bool may_be_pair = digits == 4 && (first.value & 0xFC00U) == 0xD800U;
  if (may_be_pair && text.substr(next, 2) == "\\u") {
    const Number second = HexAt(text, next + 2, 4);
    if (second.digits == 4 && (second.value & 0xFC00U) == 0xDC00U) {
      const uint32_t value = 0x10000 + ((first.value & 0x3FFU) << 10) + (second.value & 0x3FFU);
      return Utf8Piece(next + 6 - at, value, Way::kEscapes);
    }
  }
  return Utf8Piece(next - at, first.value, Way::kEscapes);
}

bool IsUpperHexAt(std::string_view text, size_t at) {
  return IsHexAt(text, at) && text[at] == Upper(text[at]);
}

// RFC 2045, 6.7: "=40", and "=" at the end of a line that goes on.
std::optional<Piece> QuotedAt(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at + 1);
  if (rest.starts_with("\n")) return Piece{2, {}, Way::kQuotedPrintable};
  if (rest.starts_with("\r\n")) return Piece{3, {}, Way::kQuotedPrintable};
  if (!IsUpperHexAt(text, at + 1) || !IsUpperHexAt(text, at + 2)) return std::nullopt;
  const auto byte = static_cast<char>(HexAt(text, at + 1, 2).value);
  return Piece{3, std::string(1, byte), Way::kQuotedPrintable};
}

bool IsQuotedPrintable(std::string_view text) {
  int pieces = 0;
  for (size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    pieces += QuotedAt(text, at) ? 1 : 0;
    if (pieces == kFewestQuoted) return true;
  }
  return false;
}

std::optional<Piece> PieceAt(std::string_view text, size_t at, bool is_quoted) {
  switch (text[at]) {
    case '&':
      return EntityAt(text, at);
    case '%':
      return PercentAt(text, at);
    case '\\':
      return EscapeAt(text, at);
    case '=':
      return is_quoted ? QuotedAt(text, at) : std::nullopt;
    default:
      return std::nullopt;
  }
}

Derivation DecodedOnce(std::string_view text) {
  const bool is_quoted = IsQuotedPrintable(text);
  Rewriting rewriting(text);
  for (size_t at = text.find_first_of(kFirsts); at != std::string_view::npos;) {
    size_t next = at + 1;
    if (const auto piece = PieceAt(text, at, is_quoted)) {
      next = at + piece->size;
      const Span part{static_cast<uint32_t>(at), static_cast<uint32_t>(next)};
      rewriting.Replace(part, piece->decoded, piece->way);
    }
    at = text.find_first_of(kFirsts, next);
  }
  return rewriting.Finish();
}

}  // namespace

Derivation Decoded(std::string_view text) {
  Derivation decoded = DecodedOnce(text);
  for (int i = 1; i < kMaxDecodings && !decoded.changes.empty(); ++i) {
    Derivation again = DecodedOnce(decoded.text);
    if (again.changes.empty()) break;
    for (const Change& change : again.changes) {
      decoded.changes.push_back({ToOriginal(decoded.edits, change.place), change.way});
    }
    decoded.edits = Composed(again.edits, decoded.edits);
    decoded.text = std::move(again.text);
  }
  return decoded;
}

}  // namespace gatepost
