#include "report/terminal_text.h"

#include "base/utf8.h"
#include "text/grapheme.h"
#include "text/offsets.h"

namespace gatepost {
namespace {

bool IsControl(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029;
}

// Bidirectional controls make a terminal show characters in another order than they are written in
// (CVE-2021-42574).
bool TurnsDirection(char32_t value) {
  return value == 0x061C || value == 0x200E || value == 0x200F ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

uint32_t NextGrapheme(std::string_view text, uint32_t at) { return GraphemeEnd(text, at + 1); }

}  // namespace

void Painter::Append(Ink ink, std::string_view text, std::string& out) const {
  if (!uses_colour_) {
    out += text;
    return;
  }
  switch (ink) {
    case Ink::kBold:
      out += "\033[1m";
      break;
    case Ink::kRed:
      out += "\033[1;31m";
      break;
    case Ink::kYellow:
      out += "\033[1;33m";
      break;
    case Ink::kGreen:
      out += "\033[1;32m";
      break;
  }
  out += text;
  out += "\033[0m";
}

std::string Printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (point.value == U'\n') {
      line += "↵";
    } else if (point.value == U'\t') {
      line += ' ';
    } else if (IsControl(point.value) || TurnsDirection(point.value)) {
      line += "·";
    } else {
      AppendUtf8(point.value, line);
    }
    at += point.size;
  }
  return line;
}

std::string Counted(uint64_t count, std::string_view noun) {
  std::string text = std::to_string(count) + " " + std::string(noun);
  if (count != 1) text += noun.ends_with("ch") ? "es" : "s";
  return text;
}

std::string Padded(std::string_view text, size_t columns) {
  std::string padded(text);
  if (padded.size() < columns) padded.append(columns - padded.size(), ' ');
  return padded;
}

std::string_view FittingBegin(std::string_view text, uint32_t columns) {
  uint32_t width = 0;
  uint32_t end = 0;
  while (end < text.size()) {
    const uint32_t next = NextGrapheme(text, end);
    width += DisplayWidth(text.substr(end, next - end));
    if (width > columns) break;
    end = next;
  }
  return text.substr(0, end);
}

std::string_view FittingEnd(std::string_view text, uint32_t columns) {
  uint32_t width = DisplayWidth(text);
  uint32_t begin = 0;
  while (width > columns) {
    const uint32_t next = NextGrapheme(text, begin);
    width -= DisplayWidth(text.substr(begin, next - begin));
    begin = next;
  }
  return text.substr(begin);
}

void AppendWrapped(std::string_view words, uint32_t indent, uint32_t columns, std::string& out) {
  uint32_t used = 0;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    const uint32_t width = DisplayWidth(word);
    if (used > 0 && used + 1 + width > columns) {
      out += '\n';
      out.append(indent, ' ');
      used = 0;
    }
    if (used > 0) {
      out += ' ';
      ++used;
    }
    out += word;
    used += width;
  }
  out += '\n';
}

}  // namespace gatepost
