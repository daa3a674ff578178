#include <algorithm>
#include <cstddef>
#include <deque>
#include <utility>

#include "pattern/toml_layout.h"

namespace gatepost {
namespace {

using Kind = LayoutValue::Kind;
using Lines = std::vector<std::string>;
using Texts = std::deque<std::string>;
using Entries = std::vector<LayoutEntry>;

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kBeforeComment = "  ";

// Characters are code points: near enough for text that people align.
size_t Columns(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The value on one line; a string over several keeps its own.
std::string Flat(const LayoutValue& value) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += text.empty() ? part : ", " + part; };
  switch (value.kind) {
    case Kind::kToken:
      return value.token;
    case Kind::kArray:
      for (const LayoutValue::Line& line : value.lines) {
        for (const LayoutValue& item : line.items) add(Flat(item));
      }
      return "[" + text + "]";
    case Kind::kTable:
      for (const LayoutEntry& entry : value.entries) add(entry.key + " = " + Flat(entry.value));
      return text.empty() ? "{}" : "{ " + text + " }";
  }
  return text;
}

bool IsOverLines(const LayoutValue& value) {
  return value.is_tall ||
         (value.kind == Kind::kToken && value.token.find('\n') != std::string::npos);
}

// A blank line has to stand before entries[i]: as it did, or so that comments stay whose they are.
bool NeedsGap(const Entries& entries, size_t i) {
  if (i == 0) return false;
  const Lines& above = entries[i].comments.above;
  return entries[i].has_gap || !entries[i - 1].comments.below.empty() ||
         std::find(above.begin(), above.end(), "") != above.end();
}

// Entries whose `=` stand in one column.
struct Column {
  size_t begin = 0;
  size_t end = 0;
  size_t width = 0;  // of the longest key
};

Column ColumnFrom(const Entries& entries, size_t begin, bool is_root) {
  Column column{begin, begin, 0};
  do {
    column.width = std::max(column.width, Columns(entries[column.end].key));
    ++column.end;
  } while (column.end < entries.size() && !NeedsGap(entries, column.end) &&
           (is_root || !IsOverLines(entries[column.end - 1].value)));
  return column;
}

class LayoutWriter {
 public:
  std::string Write(TomlLayout& layout) {
    AddComments(layout.head);
    for (LayoutBlock& block : layout.blocks) {
      AddGap();
      AddBlock(block);
    }
    AddGap();
    AddComments(layout.tail);
    if (layout.tail.empty() && out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

 private:
  void AddGap() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  void AddComments(const Lines& lines) {
    for (const std::string& line : lines) out_.append(line) += '\n';
  }

  void AddBeside(const std::string& comment) {
    if (!comment.empty()) out_.append(kBeforeComment).append(comment);
    out_ += '\n';
  }

  void AddBlock(LayoutBlock& block) {
    const bool is_root = block.name.empty();
    if (!is_root) {
      AddComments(block.comments.above);
      out_.append(block.is_of_array ? "[[" : "[").append(block.name);
      out_.append(block.is_of_array ? "]]" : "]");
      AddBeside(block.comments.beside);
      AddComments(block.comments.below);
      if (!block.comments.below.empty()) AddGap();
    }
    for (size_t i = 0; i < block.entries.size();) {
      const Column column = FittedColumn(block.entries, i, is_root);
      for (; i < column.end; ++i) AddEntry(block.entries, i, column.width);
    }
  }

  // An array that is too long for its line is laid over several, which may end the column there.
  static Column FittedColumn(Entries& entries, size_t begin, bool is_root) {
    for (;;) {
      const Column column = ColumnFrom(entries, begin, is_root);
      const auto end = entries.begin() + static_cast<std::ptrdiff_t>(column.end);
      const auto too_long =
          std::find_if(entries.begin() + static_cast<std::ptrdiff_t>(begin), end,
                       [&](const LayoutEntry& entry) { return IsTooLong(entry, column.width); });
      if (too_long == end) return column;
      too_long->value.is_tall = true;
    }
  }

  static bool IsTooLong(const LayoutEntry& entry, size_t key_width) {
    constexpr size_t kEqualsWidth = 3;
    return entry.value.kind == Kind::kArray && !entry.value.lines.empty() && !entry.value.is_tall &&
           key_width + kEqualsWidth + Columns(Flat(entry.value)) > kMaxLayoutColumns;
  }

  void AddEntry(const Entries& entries, size_t i, size_t key_width) {
    if (NeedsGap(entries, i)) AddGap();
    const LayoutEntry& entry = entries[i];
    AddComments(entry.comments.above);
    out_.append(entry.key).append(key_width - Columns(entry.key), ' ').append(" = ");
    if (entry.value.is_tall) {
      AddTall(entry.value);
    } else {
      out_ += Flat(entry.value);
    }
    AddBeside(entry.comments.beside);
    AddComments(entry.comments.below);
  }

  // What a line has too much goes to the begin of the next, so that no scraps are left between full
  // lines; never past a comment.
  void AddTall(const LayoutValue& array) {
    out_ += "[\n";
    Texts items;
    for (const LayoutValue::Line& line : array.lines) {
      const bool is_plain = line.comment.empty() && !line.items.empty();
      if (!is_plain) AddRows(items);
      for (const LayoutValue& item : line.items) items.push_back(Flat(item) + ",");
      if (is_plain) {
        AddRow(items);
      } else {
        AddCommented(items, line.comment);
      }
    }
    AddRows(items);
    out_ += ']';
  }

  // A line with a comment, which stands beside the last of its rows; or a blank line.
  void AddCommented(Texts& items, const std::string& comment) {
    const bool is_alone = items.empty();
    AddRows(items);
    if (!is_alone) out_.pop_back();
    if (!comment.empty()) out_.append(is_alone ? kIndent : kBeforeComment).append(comment);
    out_ += '\n';
  }

  void AddRows(Texts& items) {
    while (!items.empty()) AddRow(items);
  }

  // Takes as many items from the front as have room, at least one.
  void AddRow(Texts& items) {
    std::string row = std::string(kIndent) + items.front();
    items.pop_front();
    while (!items.empty() && Columns(row) + 1 + Columns(items.front()) <= kMaxLayoutColumns) {
      row.append(" ").append(items.front());
      items.pop_front();
    }
    out_.append(row) += '\n';
  }

  std::string out_;
};

}  // namespace

std::string WriteLayout(TomlLayout layout) { return LayoutWriter().Write(layout); }

}  // namespace gatepost
