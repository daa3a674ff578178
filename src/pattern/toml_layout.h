#pragma once

// A TOML text as it is laid out: its tables, keys and values as they are written, with the
// comments, which the parser drops. What the text says is for ParseToml; this is for those who lay
// it out anew.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

// The comments of a header or key, each line with its # and without spaces at the ends.
struct LayoutComments {
  std::vector<std::string> above;  // "" is a blank line among or after them, never two in a row
  std::string beside;
  std::vector<std::string> below;  // right below it, and apart from what follows
};

struct LayoutEntry;

// A value as it is written.
struct LayoutValue {
  enum class Kind : uint8_t { kToken, kArray, kTable };

  // What stands on one line of an array; without items, a comment alone or a blank line.
  struct Line {
    std::vector<LayoutValue> items;
    std::string comment;
  };

  Kind kind = Kind::kToken;
  std::string token;        // a string with its quotes, a number …, or any value kept whole
  std::vector<Line> lines;  // of an array
  bool is_tall = false;     // an array that is written over several lines
  std::vector<LayoutEntry> entries;  // of an inline table
};

// key = value
struct LayoutEntry {
  LayoutComments comments;
  bool has_gap = false;  // a blank line parts it from the entry before
  std::string key;       // its parts with dots between, quoted only where they must be
  LayoutValue value;
};

// [name] or [[name]] and what stands below it.
struct LayoutBlock {
  LayoutComments comments;
  std::string name;  // as a key; empty for what stands before the first header
  bool is_of_array = false;
  std::vector<LayoutEntry> entries;
};

struct TomlLayout {
  std::vector<std::string> head;    // comments at the start, apart from the first key
  std::vector<LayoutBlock> blocks;  // the first is the root table
  std::vector<std::string> tail;    // comments at the end, apart from the last key
};

// No line is wider where it can be broken; in characters.
inline constexpr size_t kMaxLayoutColumns = 120;

// The layout of a text that ParseToml accepts. A comment belongs to what it stands beside or above;
// one right below a line and apart from what follows, to that line. A value with comments deeper
// inside than in its own array is one token.
[[nodiscard]] TomlLayout ReadLayout(std::string_view toml);

// The text: a blank line between tables, one space around the longest of the keys whose `=` stand
// in a column, two before a comment. The root table's keys share one column, up to a blank line;
// those of other tables one up to a value over several lines, too. An array stays on one line if it
// is written so and fits, else its lines stay as they are, the long ones broken.
[[nodiscard]] std::string WriteLayout(TomlLayout layout);

// Of the dotted `key`, the first and the last part.
[[nodiscard]] std::string_view FirstPart(std::string_view key);
[[nodiscard]] std::string_view LastPart(std::string_view key);

}  // namespace gatepost
