#pragma once

// Recursive descent over the subset: alternation, sequence, repeat, group. Bytes and classes are
// class_parser's.

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "regex/class_parser.h"
#include "regex/regex.h"
#include "regex/regex_cursor.h"

namespace gatepost {

// Borrows the source; for one parse. Limits are checked where a node is made, before anything is
// made of it, so that no input takes more than time linear in its length.
class RegexParser {
 public:
  RegexParser(std::string_view source, RegexOptions options)
      : source_(source), cursor_(source), classes_(cursor_, options) {}

  [[nodiscard]] Result<RegexNode> Parse();

 private:
  struct Counts {
    uint32_t min = 1;
    uint32_t max = 1;
  };

  // Up to a `)` or the end.
  [[nodiscard]] Result<RegexNode> ParseAlternation();
  // Up to a `|`, a `)` or the end.
  [[nodiscard]] Result<RegexNode> ParseSequence();
  [[nodiscard]] Result<RegexNode> ParseItem();
  [[nodiscard]] Result<RegexNode> ParseAtom();
  [[nodiscard]] Result<RegexNode> ParseGroup();
  [[nodiscard]] Result<RegexNode> ParsePlainByte();
  // At a `?` or `{`.
  [[nodiscard]] Result<Counts> ParseCounts();
  [[nodiscard]] Result<Counts> ParseBraces();
  // Digits; the cursor stands behind them.
  [[nodiscard]] Result<uint32_t> ParseCount();
  // `child` repeated, if that stays within the limits; `at` is where the repeat stands.
  [[nodiscard]] static Result<RegexNode> Repeated(RegexNode child, Counts counts, size_t at);
  // Refuses what may not follow a repeat: another one.
  [[nodiscard]] Status CheckAfterRepeat() const;

  std::string_view source_;
  RegexCursor cursor_;
  ClassParser classes_;
  uint32_t depth_ = 0;
};

}  // namespace gatepost
