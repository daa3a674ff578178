#include <algorithm>
#include <utility>

#include "base/byte_order_mark.h"
#include "pattern/toml_cursor.h"
#include "pattern/toml_layout.h"

namespace gatepost {
namespace {

using Lines = std::vector<std::string>;

bool IsBlank(const LayoutValue::Line& line) { return line.items.empty() && line.comment.empty(); }

// Blank lines at the ends go, and all but one of those in a row.
void TrimLines(std::vector<LayoutValue::Line>& lines) {
  std::vector<LayoutValue::Line> kept;
  for (LayoutValue::Line& line : lines) {
    const bool is_spare = IsBlank(line) && (kept.empty() || IsBlank(kept.back()));
    if (!is_spare) kept.push_back(std::move(line));
  }
  if (!kept.empty() && IsBlank(kept.back())) kept.pop_back();
  lines = std::move(kept);
}

void TrimEnds(Lines& lines) {
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  if (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
}

// A value as it is written, without spaces at the ends of its lines, which a long string may want.
std::string Kept(std::string_view value) {
  const bool has_long_string =
      value.find("'''") != std::string_view::npos || value.find("\"\"\"") != std::string_view::npos;
  if (has_long_string) return std::string(value);
  std::string kept;
  for (const char c : value) {
    if (c == '\n') kept.erase(kept.find_last_not_of(" \t\r") + 1);
    kept += c;
  }
  return kept;
}

class LayoutReader {
 public:
  explicit LayoutReader(std::string_view toml) : cursor_(toml) {}

  TomlLayout Read() {
    layout_.blocks.emplace_back();
    while (!cursor_.is_at_end()) ReadLine();
    if (!is_begun_) {
      layout_.head = std::move(pending_);
      TrimEnds(layout_.head);
      return std::move(layout_);
    }
    TakeBelow(/*is_end=*/true);
    layout_.tail = std::move(pending_);
    TrimEnds(layout_.tail);
    return std::move(layout_);
  }

 private:
  void ReadLine() {
    cursor_.SkipSpaces();
    if (cursor_.Peek() == '[') {
      ReadHeader();
    } else if (cursor_.Peek() == '#') {
      pending_.emplace_back(cursor_.TakeComment());
    } else if (cursor_.is_at_line_end()) {
      AddBlank();
    } else {
      ReadEntry();
    }
    cursor_.TakeNewline();
  }

  void AddBlank() {
    if (pending_.empty() || !pending_.back().empty()) pending_.emplace_back();
  }

  void ReadHeader() {
    TakeAbove();
    LayoutBlock block;
    block.comments.above = std::exchange(pending_, {});
    cursor_.Take('[');
    block.is_of_array = cursor_.Take('[');
    block.name = cursor_.TakeKey();
    cursor_.Take(']');
    if (block.is_of_array) cursor_.Take(']');
    cursor_.SkipSpaces();
    block.comments.beside = cursor_.TakeComment();
    layout_.blocks.push_back(std::move(block));
  }

  void ReadEntry() {
    LayoutEntry entry;
    entry.has_gap = TakeAbove();
    entry.comments.above = std::exchange(pending_, {});
    ReadKeyAndValue(entry);
    cursor_.SkipSpaces();
    entry.comments.beside = cursor_.TakeComment();
    layout_.blocks.back().entries.push_back(std::move(entry));
  }

  void ReadKeyAndValue(LayoutEntry& entry) {
    entry.key = cursor_.TakeKey();
    cursor_.Take('=');
    cursor_.SkipSpaces();
    const size_t begin = cursor_.at();
    has_deep_comment_ = false;
    entry.value = ReadValue(/*depth=*/0);
    if (has_deep_comment_) {
      entry.value = {};
      entry.value.token = Kept(cursor_.Since(begin));
    }
  }

  // Depth is bounded by kMaxTomlDepth, which ParseToml has checked.
  LayoutValue ReadValue(int depth) {
    if (cursor_.Peek() == '[') return ReadArray(depth);
    if (cursor_.Peek() == '{') return ReadTable(depth);
    LayoutValue value;
    value.token = cursor_.TakeToken();
    return value;
  }

  LayoutValue ReadArray(int depth) {
    LayoutValue value;
    value.kind = LayoutValue::Kind::kArray;
    value.lines.emplace_back();
    cursor_.Take('[');
    while (!cursor_.is_at_end()) {
      cursor_.SkipSpaces();
      if (cursor_.Take(']')) break;
      if (cursor_.Take(',')) continue;
      if (cursor_.TakeNewline()) {
        value.lines.emplace_back();
      } else if (cursor_.Peek() == '#') {
        has_deep_comment_ |= depth > 0;
        value.lines.back().comment = cursor_.TakeComment();
      } else {
        value.lines.back().items.push_back(ReadValue(depth + 1));
      }
    }
    const bool has_newline = value.lines.size() > 1;
    TrimLines(value.lines);
    value.is_tall = has_newline && !value.lines.empty();
    return value;
  }

  LayoutValue ReadTable(int depth) {
    LayoutValue value;
    value.kind = LayoutValue::Kind::kTable;
    cursor_.Take('{');
    while (!cursor_.is_at_end()) {
      cursor_.SkipSpaces();
      if (cursor_.Take('}')) break;
      if (cursor_.Take(',')) continue;
      LayoutEntry& entry = value.entries.emplace_back();
      entry.key = cursor_.TakeKey();
      cursor_.Take('=');
      cursor_.SkipSpaces();
      entry.value = ReadValue(depth + 1);
    }
    return value;
  }

  // Of the lines since the last header or entry, gives those to it that are its own, and leaves in
  // pending_ what stands above the next. True if a blank line was between the two.
  bool TakeAbove() {
    if (!std::exchange(is_begun_, true)) {
      TakeHead();
      return false;
    }
    TakeBelow(/*is_end=*/false);
    const bool has_gap = !pending_.empty() && pending_.front().empty();
    if (has_gap) pending_.erase(pending_.begin());
    return has_gap;
  }

  void TakeHead() {
    const auto blank = std::find(pending_.rbegin(), pending_.rend(), "");
    layout_.head.assign(pending_.begin(), blank.base());
    pending_.erase(pending_.begin(), blank.base());
    TrimEnds(layout_.head);
  }

  void TakeBelow(bool is_end) {
    const auto blank = std::find(pending_.begin(), pending_.end(), "");
    if (blank == pending_.end() && !is_end) return;
    LayoutBlock& block = layout_.blocks.back();
    Lines& below =
        block.entries.empty() ? block.comments.below : block.entries.back().comments.below;
    below.assign(pending_.begin(), blank);
    pending_.erase(pending_.begin(), blank);
  }

  TomlCursor cursor_;
  TomlLayout layout_;
  Lines pending_;                  // comments and blank lines since the last header or entry
  bool is_begun_ = false;          // a header or an entry was read
  bool has_deep_comment_ = false;  // in the value that is read
};

}  // namespace

TomlLayout ReadLayout(std::string_view toml) {
  return LayoutReader(WithoutByteOrderMark(toml)).Read();
}

std::string_view FirstPart(std::string_view key) { return key.substr(0, key.find('.')); }

std::string_view LastPart(std::string_view key) { return key.substr(key.rfind('.') + 1); }

}  // namespace gatepost
