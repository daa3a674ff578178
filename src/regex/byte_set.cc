#include "regex/byte_set.h"

namespace gatepost {
namespace {

constexpr uint8_t kCaseBit = 0x20;
constexpr size_t kMinRange = 3;  // a-d is shorter than abcd, and ,-/ is no clearer than ,\-./

bool IsLetter(size_t byte) {
  const size_t lower = byte | kCaseBit;
  return lower >= 'a' && lower <= 'z';
}

size_t FirstOf(const ByteSet& bytes) {
  size_t byte = 0;
  while (byte < bytes.size() && !bytes.test(byte)) ++byte;
  return byte;
}

}  // namespace

ByteSet SetOf(std::string_view bytes) {
  ByteSet set;
  for (const char byte : bytes) set.set(static_cast<uint8_t>(byte));
  return set;
}

ByteSet SetOfRange(uint8_t low, uint8_t high) {
  ByteSet set;
  for (size_t byte = low; byte <= high; ++byte) set.set(byte);
  return set;
}

ByteSet Digits() { return SetOfRange('0', '9'); }

ByteSet WordBytes() { return Alphanumerics() | SetOf("_"); }

ByteSet Alphanumerics() { return SetOfRange('A', 'Z') | SetOfRange('a', 'z') | Digits(); }

ByteSet Negated(const ByteSet& bytes) {
  ByteSet set = ~bytes;
  set.reset(0);
  set.reset('\n');
  return set;
}

ByteSet WithBothCases(const ByteSet& bytes) {
  ByteSet set = bytes;
  for (size_t byte = 0; byte < bytes.size(); ++byte) {
    if (bytes.test(byte) && IsLetter(byte)) set.set(byte ^ kCaseBit);
  }
  return set;
}

bool IsOneLiteral(const ByteSet& bytes) {
  const size_t count = bytes.count();
  if (count == 1) return true;
  const size_t first = FirstOf(bytes);
  return count == 2 && IsLetter(first) && bytes.test(first ^ kCaseBit);
}

std::string ToLiteralSource(uint8_t byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kSpecial = "\\.+*?()|[]{}^$-";
  const char character = static_cast<char>(byte);
  if (byte < ' ' || byte >= 0x7F) return {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
  if (kSpecial.find(character) != std::string_view::npos) return {'\\', character};
  return {character};
}

std::string ToClassSource(const ByteSet& bytes) {
  if (bytes.count() == 1) return ToLiteralSource(static_cast<uint8_t>(FirstOf(bytes)));
  std::string source = "[";
  for (size_t low = 0; low < bytes.size(); ++low) {
    if (!bytes.test(low)) continue;
    size_t high = low;
    while (high + 1 < bytes.size() && bytes.test(high + 1)) ++high;
    if (high - low < kMinRange) high = low;
    source += ToLiteralSource(static_cast<uint8_t>(low));
    if (high > low) source += '-' + ToLiteralSource(static_cast<uint8_t>(high));
    low = high;
  }
  return source + "]";
}

}  // namespace gatepost
