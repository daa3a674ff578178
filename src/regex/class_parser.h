#pragma once

// The parts of a regex that stand for one byte: escapes and bracketed classes.

#include "base/result.h"
#include "regex/regex.h"
#include "regex/regex_cursor.h"

namespace gatepost {

// Reads from `cursor`, which the caller owns and which is left behind what was read. One per parse.
class ClassParser {
 public:
  ClassParser(RegexCursor& cursor, RegexOptions options) : cursor_(cursor), options_(options) {}

  // At a backslash.
  [[nodiscard]] Result<ByteSet> ParseEscape();
  // At a `[`.
  [[nodiscard]] Result<ByteSet> ParseClass();
  // `bytes`, with both cases unless the regex is case-sensitive.
  [[nodiscard]] ByteSet Cased(const ByteSet& bytes) const;

 private:
  // One member of a class. Only a single byte can be an end of a range.
  struct Member {
    ByteSet bytes;
    bool is_range_end = false;
  };
  [[nodiscard]] Result<Member> ParseMember();
  // At the member's own start; a range is one member.
  [[nodiscard]] Result<ByteSet> ParseMemberOrRange();
  [[nodiscard]] Result<ByteSet> ParseHexEscape(size_t begin);

  RegexCursor& cursor_;
  RegexOptions options_;
};

}  // namespace gatepost
