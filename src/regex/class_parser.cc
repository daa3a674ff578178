#include "regex/class_parser.h"

#include <cctype>
#include <optional>
#include <string>
#include <string_view>

#include "regex/byte_set.h"
#include "regex/regex_refusals.h"

namespace gatepost {
namespace {

bool IsLetterOrDigit(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0; }

std::optional<uint8_t> HexDigit(char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const size_t value =
      kDigits.find(static_cast<char>(std::tolower(static_cast<unsigned char>(byte))));
  if (value == std::string_view::npos) return std::nullopt;
  return static_cast<uint8_t>(value);
}

// The set that `\letter` names, if it names one.
std::optional<ByteSet> NamedSet(char letter) {
  switch (letter) {
    case 'd':
      return Digits();
    case 'D':
      return Negated(Digits());
    case 'w':
      return WordBytes();
    case 'W':
      return Negated(WordBytes());
    case 'n':
      return SetOf("\n");
    default:
      return std::nullopt;
  }
}

uint8_t OnlyByte(const ByteSet& bytes) {
  uint8_t byte = 0;
  while (!bytes.test(byte)) ++byte;
  return byte;
}

}  // namespace

ByteSet ClassParser::Cased(const ByteSet& bytes) const {
  return options_.is_case_sensitive ? bytes : WithBothCases(bytes);
}

Result<ByteSet> ClassParser::ParseEscape() {
  const size_t begin = cursor_.at();
  cursor_.Skip();
  if (cursor_.AtEnd()) {
    return RegexCursor::Refuse(begin, "A backslash at the end: write \\\\ for the character.");
  }
  const char letter = cursor_.Peek();
  if (const std::string why = WhyByteRefused(letter); !why.empty()) {
    return RegexCursor::Refuse(cursor_.at(), why);
  }
  cursor_.Skip();
  if (letter == 'x') return ParseHexEscape(begin);
  if (const auto named = NamedSet(letter)) return *named;
  if (IsLetterOrDigit(letter)) return RegexCursor::Refuse(begin, WhyEscapeRefused(letter));
  return SetOf({&letter, 1});
}

Result<ByteSet> ClassParser::ParseHexEscape(size_t begin) {
  const std::string_view digits = cursor_.rest().substr(0, 2);
  const auto high = digits.size() == 2 ? HexDigit(digits[0]) : std::nullopt;
  const auto low = digits.size() == 2 ? HexDigit(digits[1]) : std::nullopt;
  if (!high || !low) {
    return RegexCursor::Refuse(begin, "`\\x` needs two hexadecimal digits: write \\x1a.");
  }
  const unsigned byte = *high * 16U + *low;
  if (byte == 0) return RegexCursor::Refuse(begin, "`\\x00` is NUL, which nothing matches.");
  if (byte >= 0x80) {
    return RegexCursor::Refuse(begin,
                               "`\\x` is for ASCII, up to \\x7f: posts are folded to ASCII before "
                               "matching.");
  }
  cursor_.Skip(2);
  ByteSet bytes;
  bytes.set(byte);
  return bytes;
}

Result<ByteSet> ClassParser::ParseClass() {
  const size_t begin = cursor_.at();
  cursor_.Skip();
  const bool is_negated = cursor_.Take("^");
  if (cursor_.Peek() == ']') {
    return RegexCursor::Refuse(cursor_.at(),
                               "A class cannot begin with `]`: write \\] for the character.");
  }
  ByteSet bytes;
  while (!cursor_.Take("]")) {
    if (cursor_.AtEnd()) {
      return RegexCursor::Refuse(begin, "This class has no end: write ] after its last member.");
    }
    auto member = ParseMemberOrRange();
    if (!member) return Fail(std::move(member.error()));
    bytes |= *member;
  }
  bytes = Cased(bytes);
  if (is_negated) bytes = Negated(bytes);
  if (bytes.none()) {
    return RegexCursor::Refuse(begin, "This class accepts nothing: leave something in it.");
  }
  return bytes;
}

Result<ByteSet> ClassParser::ParseMemberOrRange() {
  const size_t begin = cursor_.at();
  auto first = ParseMember();
  if (!first) return Fail(std::move(first.error()));
  const std::string_view rest = cursor_.rest();
  const bool is_range = rest.size() >= 2 && rest[0] == '-' && rest[1] != ']';
  if (!is_range) return first->bytes;
  cursor_.Skip();
  auto last = ParseMember();
  if (!last) return Fail(std::move(last.error()));
  if (!first->is_range_end || !last->is_range_end) {
    return RegexCursor::Refuse(begin,
                               "A range goes from one character to another: write \\- for the "
                               "hyphen itself, or put it last.");
  }
  const uint8_t low = OnlyByte(first->bytes);
  const uint8_t high = OnlyByte(last->bytes);
  if (low > high) {
    return RegexCursor::Refuse(begin, "This range runs backwards: write its lower end first.");
  }
  if (cursor_.rest().starts_with('-') && !cursor_.rest().starts_with("-]")) {
    return RegexCursor::Refuse(cursor_.at(),
                               "A hyphen after a range: write \\- for the hyphen itself, or put it "
                               "last.");
  }
  return SetOfRange(low, high);
}

Result<ClassParser::Member> ClassParser::ParseMember() {
  const char byte = cursor_.Peek();
  if (byte == '\\') {
    auto bytes = ParseEscape();
    if (!bytes) return Fail(std::move(bytes.error()));
    return Member{*bytes, bytes->count() == 1};
  }
  if (const std::string why = WhyByteRefused(byte); !why.empty()) {
    return RegexCursor::Refuse(cursor_.at(), why);
  }
  if (byte == '[') {
    return RegexCursor::Refuse(cursor_.at(),
                               cursor_.rest().starts_with("[:")
                                   ? "`[:` names a class, which is not in the subset: write its "
                                     "members, such as a-z."
                                   : "A `[` within a class: write \\[ for the character.");
  }
  cursor_.Skip();
  return Member{SetOf({&byte, 1}), true};
}

}  // namespace gatepost
