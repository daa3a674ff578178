#pragma once

// HTML taken apart into text, tags and comments, roughly as browsers do it, in linear time whatever
// stands there. No tree is made of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace gatepost {

// As they are written.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

struct HtmlToken {
  enum class Type : uint8_t { kText, kStartTag, kEndTag, kComment };
  Type type = Type::kText;
  Span span;                              // of the HTML: all of it, brackets included
  std::string_view name;                  // of a tag, as it is written
  std::vector<HtmlAttribute> attributes;  // of a start tag
  std::string_view comment;               // what a comment says
};

// Borrows the HTML, of less than 4 GiB.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view html) : html_(html) {}

  // The next token, valid until the next call; nullptr at the end. What scripts and style sheets
  // hold is passed over. A tag that is never closed is text, and so is all behind it; a comment
  // that is never closed goes on to the end, as browsers have it.
  [[nodiscard]] const HtmlToken* Next();

 private:
  void Text(size_t end);
  [[nodiscard]] bool Markup();
  [[nodiscard]] bool Tag(HtmlToken::Type type);
  // The attribute at `at`, which is moved behind it; false if the HTML ends before it does.
  [[nodiscard]] bool Attribute(size_t& at);
  void Comment();
  // What stands up to the next `>`.
  void Declaration();
  void PassContentOf(std::string_view name);

  std::string_view html_;
  size_t at_ = 0;
  HtmlToken token_;
  bool is_all_text_ = false;        // from here on
  bool has_no_script_end_ = false;  // neither here nor behind
  bool has_no_style_end_ = false;
};

}  // namespace gatepost
