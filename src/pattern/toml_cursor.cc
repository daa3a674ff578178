#include "pattern/toml_cursor.h"

#include <algorithm>

namespace gatepost {
namespace {

bool IsBare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// A part of a key, without its quotes if it can do without.
std::string_view Unquoted(std::string_view part) {
  const bool is_quoted = part.starts_with('"') || part.starts_with('\'');
  if (!is_quoted || part.size() < 3) return part;
  const std::string_view name = part.substr(1, part.size() - 2);
  return std::all_of(name.begin(), name.end(), IsBare) ? name : part;
}

}  // namespace

size_t EndOfTomlString(std::string_view text, size_t at) {
  const char quote = text[at];
  const bool has_escapes = quote == '"';
  const std::string fence(3, quote);
  const bool is_multi_line = text.substr(at, 3) == fence;
  at += is_multi_line ? 3 : 1;
  while (at < text.size()) {
    if (has_escapes && text[at] == '\\') {
      at += 2;
    } else if (is_multi_line && text.substr(at, 3) == fence) {
      at += 3;  // one or two quotes more belong to the content
      for (int more = 0; more < 2 && at < text.size() && text[at] == quote; ++more) ++at;
      return at;
    } else if (!is_multi_line && (text[at] == quote || text[at] == '\n')) {
      return at + 1;
    } else {
      ++at;
    }
  }
  return text.size();
}

void TomlCursor::SkipSpaces() {
  while (Peek() == ' ' || Peek() == '\t') ++at_;
}

bool TomlCursor::Take(char c) {
  if (is_at_end() || Peek() != c) return false;
  ++at_;
  return true;
}

size_t TomlCursor::NewlineSize() const {
  const std::string_view rest = text_.substr(at_);
  return rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
}

bool TomlCursor::TakeNewline() {
  const size_t size = NewlineSize();
  at_ += size;
  return size != 0;
}

std::string_view TomlCursor::TakeComment() {
  if (Peek() != '#') return {};
  const size_t begin = at_;
  at_ = std::min(text_.find('\n', at_), text_.size());
  if (text_[at_ - 1] == '\r') --at_;
  const std::string_view comment = Since(begin);
  return comment.substr(0, comment.find_last_not_of(" \t") + 1);
}

std::string_view TomlCursor::TakeToken() {
  const size_t begin = at_;
  if (IsAtString()) {
    at_ = EndOfTomlString(text_, at_);
  } else {
    at_ = std::min(text_.find_first_of(" \t\r\n#,]}", at_ + 1), text_.size());
  }
  return Since(begin);
}

std::string TomlCursor::TakeKey() {
  std::string key;
  for (;;) {
    SkipSpaces();
    const size_t begin = at_;
    if (IsAtString()) {
      at_ = EndOfTomlString(text_, at_);
    } else {
      while (IsBare(Peek())) ++at_;
    }
    key += Unquoted(Since(begin));
    SkipSpaces();
    if (!Take('.')) return key;
    key += '.';
  }
}

}  // namespace gatepost
