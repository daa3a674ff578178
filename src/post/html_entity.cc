#include "post/html_entity.h"

#include <algorithm>
#include <cstdint>

#include "base/ascii.h"
#include "base/utf8.h"

namespace gatepost {
namespace {

// The longest name of those that may stand bare.
constexpr size_t kLongestBare = 6;
constexpr size_t kLongestName = sizeof(HtmlEntity::name) - 1;

// What the numbers 0x80 to 0x9F stand for on pages: windows-1252, section 13.2.5.80.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t CharacterOf(uint32_t number) {
  if (number == 0) return kReplacement;
  if (number >= 0x80 && number < 0x80 + kWindows1252.size()) return kWindows1252[number - 0x80];
  return number;
}

// -1: not a digit of that base.
int DigitOf(char c, bool is_hex) {
  if (IsDigit(c)) return DigitValue(c);
  const char lower = Lower(c);
  return is_hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

HtmlReference NumberAt(std::string_view text, size_t at) {
  constexpr uint32_t kTooHigh = 0x110000;
  size_t end = at + 2;
  const bool is_hex = end < text.size() && Lower(text[end]) == 'x';
  if (is_hex) ++end;
  const size_t digits = end;
  uint32_t number = 0;
  for (; end < text.size() && DigitOf(text[end], is_hex) >= 0; ++end) {
    const auto digit = static_cast<uint32_t>(DigitOf(text[end], is_hex));
    number = std::min(number * (is_hex ? 16 : 10) + digit, kTooHigh);
  }
  if (end == digits) return {};
  if (end < text.size() && text[end] == ';') ++end;
  return {CharacterOf(number), 0, end - at};
}

const HtmlEntity* Find(std::string_view name) {
  const auto* const found = std::lower_bound(
      kHtmlEntityTable.begin(), kHtmlEntityTable.end(), name,
      [](const HtmlEntity& entity, std::string_view wanted) { return entity.name < wanted; });
  const bool is_there = found != kHtmlEntityTable.end() && found->name == name;
  return is_there ? found : nullptr;
}

HtmlReference NameAt(std::string_view text, size_t at, HtmlPlace place) {
  std::string_view name = text.substr(at + 1, kLongestName);
  name = name.substr(
      0, static_cast<size_t>(std::find_if_not(name.begin(), name.end(), IsAlphanumeric) -
                             name.begin()));
  const size_t end = at + 1 + name.size();
  if (end < text.size() && text[end] == ';') {
    if (const HtmlEntity* entity = Find(name)) {
      return {entity->first, entity->second, name.size() + 2};
    }
  }
  for (size_t size = std::min(name.size(), kLongestBare); size > 1; --size) {
    const HtmlEntity* entity = Find(name.substr(0, size));
    if (entity == nullptr || !entity->may_stand_bare) continue;
    const size_t behind = at + 1 + size;
    const bool goes_on =
        behind < text.size() && (text[behind] == '=' || IsAlphanumeric(text[behind]));
    if (goes_on && place == HtmlPlace::kAttribute) return {};
    return {entity->first, entity->second, size + 1};
  }
  return {};
}

}  // namespace

HtmlReference HtmlReferenceAt(std::string_view text, size_t at, HtmlPlace place) {
  if (at + 1 == text.size()) return {};
  return text[at + 1] == '#' ? NumberAt(text, at) : NameAt(text, at, place);
}

void AppendUtf8(const HtmlReference& reference, std::string& out) {
  AppendUtf8(reference.first, out);
  if (reference.second != 0) AppendUtf8(reference.second, out);
}

std::string DecodedAttribute(std::string_view value) {
  std::string decoded;
  for (size_t at = 0; at < value.size();) {
    const size_t copied = std::min(value.find('&', at), value.size());
    decoded.append(value, at, copied - at);
    at = copied;
    if (at == value.size()) break;
    const HtmlReference reference = HtmlReferenceAt(value, at, HtmlPlace::kAttribute);
    if (reference.size == 0) {
      decoded += value[at++];
    } else {
      AppendUtf8(reference, decoded);
      at += reference.size;
    }
  }
  return decoded;
}

}  // namespace gatepost
