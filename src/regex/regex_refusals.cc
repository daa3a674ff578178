#include "regex/regex_refusals.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gatepost {
namespace {

constexpr std::string_view kEdgesHint =
    "The regex matches the value alone; say what may stand beside it with `edges`.";

struct LetterAdvice {
  std::string_view letters;
  std::string_view advice;
};

constexpr std::array kEscapeAdvice = {
    LetterAdvice{"bBAzZG", kEdgesHint},
    LetterAdvice{"s", "Write the space itself, or [ \\n] for a line break as well."},
    LetterAdvice{"S", "Write [^ \\n]."},
    LetterAdvice{"vr", "Every line break in a post is read as \\n; write that."},
    LetterAdvice{"th", "A tab in a post is read as a space; write that."},
    LetterAdvice{"fae", "Write the byte as \\xHH."},
    LetterAdvice{"0", "Nothing matches NUL; write other bytes as \\xHH."},
    LetterAdvice{"123456789kg", "There are no back-references; write the part out again."},
    LetterAdvice{"pPX", "Posts are folded to ASCII before matching; write [a-z], \\w or \\d."},
    LetterAdvice{"C", "Write . or a class."},
    LetterAdvice{"QE", "Escape each mark on its own, as in \\. or \\+."},
    LetterAdvice{"K", "The regex matches the value alone; what stands before it is `context`."},
};

struct OpeningAdvice {
  std::string_view opening;
  std::string_view advice;
};

constexpr std::string_view kNotCapture = "Nothing is captured; write (?:…).";
constexpr std::string_view kNotLookaround =
    "There is no looking around; say what may stand beside the value with `edges`, and what must "
    "stand near it with `context`.";

// The first that the group begins with counts.
constexpr std::array kOpeningAdvice = {
    OpeningAdvice{"(?P<", kNotCapture},
    OpeningAdvice{"(?P", "There are no named groups; write the part out."},
    OpeningAdvice{"(?<=", kNotLookaround},
    OpeningAdvice{"(?<!", kNotLookaround},
    OpeningAdvice{"(?<", kNotCapture},
    OpeningAdvice{"(?'", kNotCapture},
    OpeningAdvice{"(?=", kNotLookaround},
    OpeningAdvice{"(?!", kNotLookaround},
    OpeningAdvice{"(?>", "There are no atomic groups; write (?:…)."},
    OpeningAdvice{"(?|", "There is no branch reset; write (?:…)."},
    OpeningAdvice{"(?#", "There are no comments in a regex; write them in the TOML file with #."},
    OpeningAdvice{"(?",
                  "There are no flags; case is ignored unless the pattern says case = "
                  "\"sensitive\"."},
    OpeningAdvice{"(", "Nothing is captured; write (?:…) to group, \\( for the character."},
};

}  // namespace

std::string WhyEscapeRefused(char letter) {
  const std::string what = std::string("`\\") + letter + "` is not in the subset. ";
  for (const LetterAdvice& entry : kEscapeAdvice) {
    if (entry.letters.find(letter) != std::string_view::npos) {
      return what + std::string(entry.advice);
    }
  }
  return what + "Write `" + letter + "` for the character itself.";
}

std::string WhyByteRefused(char byte) {
  const auto code = static_cast<uint8_t>(byte);
  if (code >= 0x80) {
    return "Non-ASCII: posts are folded to ASCII before matching; write the plain letter, digit or "
           "mark.";
  }
  if (byte == '\n' || byte == '\r') return "A line break in the regex: write \\n.";
  if (byte == '\t') return "A tab in the regex: write a space; a tab in a post is read as one.";
  if (byte == '\b') {
    return "A backspace (U+0008) in the regex: \\b in a TOML string with double quotes is one; "
           "write regexes in single quotes.";
  }
  if (byte == '\0') return "A NUL in the regex: nothing matches NUL; remove it.";
  if (code < 0x20 || code == 0x7F) return "A control character in the regex: write it as \\xHH.";
  return {};
}

std::string WhyGroupRefused(std::string_view opening) {
  for (const OpeningAdvice& entry : kOpeningAdvice) {
    if (opening.starts_with(entry.opening)) {
      return std::string("`")
          .append(entry.opening)
          .append("` is not in the subset. ")
          .append(entry.advice);
    }
  }
  return {};
}

}  // namespace gatepost
