#pragma once

// The rules by which a code point becomes skeleton text (docs/design.md, "The skeleton"). Runs when
// Gatepost is built, with ICU.

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "text/code_point_tables.h"

namespace gatepost {

// What becomes of one code point: `text` (empty = it vanishes), unless it is a digit or letter that
// its neighbours decide about.
struct FoldRule {
  std::string text;
  MarkedDigit digit = MarkedDigit::kNone;  // then `text` is the digit
  bool is_regional_indicator = false;      // then `text` is the letter
};

// Answers for one code point after the other; the answers depend on nothing but the code point and
// ICU's version.
class FoldRules {
 public:
  // Throws std::runtime_error if ICU lacks the data.
  FoldRules();
  ~FoldRules();

  // `value` is at least U+0080 and no surrogate.
  [[nodiscard]] FoldRule RuleOf(char32_t value) const;

 private:
  struct Icu;

  [[nodiscard]] std::string TextOf(char32_t value) const;
  [[nodiscard]] std::optional<std::string> TextAsLatin(char32_t value) const;
  [[nodiscard]] std::optional<std::string> TextByParts(char32_t value) const;

  std::unique_ptr<Icu> icu_;
  std::unordered_map<char32_t, FoldRule> by_hand_;
};

}  // namespace gatepost
