#pragma once

// Character references of HTML: "&amp;", "&#64;", "&nbsp" — section 13.2.5.72 of the HTML standard
// (https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state).

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace gatepost {

// A named one.
struct HtmlEntity {
  char name[32];        // without "&" and ";", ended by a NUL
  char32_t first;       // the one or
  char32_t second;      // two characters that it stands for, or 0
  bool may_stand_bare;  // also without a semicolon
};
inline constexpr size_t kHtmlEntities = 2125;
extern const std::array<HtmlEntity, kHtmlEntities> kHtmlEntityTable;  // in the order of the names

// What a reference stands for, and how many bytes it takes; 0: there is none.
struct HtmlReference {
  char32_t first = 0;
  char32_t second = 0;  // 0: one character only
  size_t size = 0;
};

enum class HtmlPlace : bool { kText, kAttribute };

// The reference that begins at text[at], which is a '&'. In attributes those without a semicolon
// count only where no letter, digit or '=' follows, so that "?a=1&copy=2" stays.
[[nodiscard]] HtmlReference HtmlReferenceAt(std::string_view text, size_t at, HtmlPlace place);

void AppendUtf8(const HtmlReference& reference, std::string& out);

// The value of an attribute, its references decoded.
[[nodiscard]] std::string DecodedAttribute(std::string_view value);

}  // namespace gatepost
