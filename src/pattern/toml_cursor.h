#pragma once

// The smallest pieces of a TOML text, found without the parser: strings, comments, keys.

#include <cstddef>
#include <string>
#include <string_view>

namespace gatepost {

// The end of the string that begins with the quote at text[at]. One that is not closed ends with
// the text, and one on a line of its own with that line at the latest: the parser stops there with
// an error.
[[nodiscard]] size_t EndOfTomlString(std::string_view text, size_t at);

// A place in a text that is known to be valid. Borrows the text; must not outlive it.
class TomlCursor {
 public:
  explicit TomlCursor(std::string_view text) : text_(text) {}

  [[nodiscard]] size_t at() const { return at_; }
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
  [[nodiscard]] bool is_at_line_end() const { return is_at_end() || NewlineSize() != 0; }
  // The next byte; 0 at the end.
  [[nodiscard]] char Peek() const { return is_at_end() ? '\0' : text_[at_]; }
  // What was taken since `begin`.
  [[nodiscard]] std::string_view Since(size_t begin) const {
    return text_.substr(begin, at_ - begin);
  }

  // Each takes what it is named after, if that is next.
  void SkipSpaces();
  bool Take(char c);
  bool TakeNewline();
  // With its #, without spaces at its end; the newline stays. Empty if there is none.
  std::string_view TakeComment();

  // A string with its quotes, or what else stands up to a space, sign or line's end; at least one
  // byte.
  std::string_view TakeToken();
  // A dotted key with the spaces around its dots left out, and the quotes that it does not need.
  std::string TakeKey();

 private:
  // Of the newline that is next; 0 if none is.
  [[nodiscard]] size_t NewlineSize() const;
  [[nodiscard]] bool IsAtString() const { return Peek() == '"' || Peek() == '\''; }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace gatepost
