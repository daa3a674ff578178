#pragma once

// Text with markup in it, as LanguageTool's clients send it: what is scanned has in the place of
// the markup what it stands for, and places in it lead back to the text as it was sent.

#include <string>
#include <string_view>

#include "base/offset_map.h"
#include "base/result.h"

namespace gatepost::service {

// Owns its texts.
class AnnotatedText {
 public:
  AnnotatedText() = default;
  // Without markup.
  explicit AnnotatedText(std::string text) : text_(std::move(text)) {}

  // The value of "data": {"text": "…"} or {"annotation": [{"text": "…"}, {"markup": "<p>",
  // "interpretAs": "\n"}, …]}. kSyntax for anything else, for a member that stands twice, and for
  // more than 4 GiB.
  [[nodiscard]] static Result<AnnotatedText> Read(std::string_view json);

  // What is scanned.
  [[nodiscard]] const std::string& text() const { return text_; }
  // Text and markup end to end, in which the client counts.
  [[nodiscard]] const std::string& source() const { return has_markup_ ? source_ : text_; }
  [[nodiscard]] Span ToSource(Span of_text) const { return map_.ToOriginal(of_text); }
  // Something of the text was no Unicode, such as half of a surrogate pair, and became U+FFFD.
  [[nodiscard]] bool was_repaired() const { return was_repaired_; }

 private:
  class Builder;

  std::string text_;
  std::string source_;  // only with markup
  OffsetMap map_;
  bool has_markup_ = false;
  bool was_repaired_ = false;
};

}  // namespace gatepost::service
