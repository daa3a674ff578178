#pragma once

// Text that is safe and pleasant on a terminal: no control characters, colours where wanted, lines
// that fit.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatepost {

// Reports are laid out for at least this many columns.
inline constexpr uint32_t kMinReportColumns = 40;

enum class Ink : uint8_t { kBold, kRed, kYellow, kGreen };  // all of them bold

// Appends text to reports, coloured or not. Colours only repeat what the words say.
class Painter {
 public:
  explicit Painter(bool uses_colour) : uses_colour_(uses_colour) {}
  // `text` must be printable already.
  void Append(Ink ink, std::string_view text, std::string& out) const;

 private:
  bool uses_colour_;
};

// `text` as one line: a newline becomes ↵, a tab a space, other control characters and those that
// turn the direction of writing ·, and invalid UTF-8 U+FFFD. Nothing of a post may reach a terminal
// without it.
[[nodiscard]] std::string Printable(std::string_view text);

// "1 post", "2 posts", "3 matches".
[[nodiscard]] std::string Counted(uint64_t count, std::string_view noun);

// `text` with spaces behind it, up to `columns` bytes.
[[nodiscard]] std::string Padded(std::string_view text, size_t columns);

// As much of the begin or end of `text` as takes at most `columns` on a terminal, in whole
// characters.
[[nodiscard]] std::string_view FittingBegin(std::string_view text, uint32_t columns);
[[nodiscard]] std::string_view FittingEnd(std::string_view text, uint32_t columns);

// `words` broken at spaces into lines of at most `columns`; a word that is wider has a line of its
// own. The first line stands where `out` ends; the others are indented by `indent` spaces. Ends
// with a newline.
void AppendWrapped(std::string_view words, uint32_t indent, uint32_t columns, std::string& out);

}  // namespace gatepost
