#include "regex/regex_refusals.h"

#include <cctype>
#include <string>

#include "catch.h"
#include "regex/regex.h"

namespace gatepost {
namespace {

std::string ErrorOf(const std::string& source) {
  const auto regex = Regex::Parse(source);
  return regex ? "parses" : regex.error().ToString();
}

TEST_CASE("What the subset leaves out is refused with its place and what to write instead",
          "[regex][regex_refusals]") {
  const auto [source, expected] = GENERATE(table<std::string, std::string>({
      {"", "1:1: The regex is empty: write what to find."},
      {"a+", "1:2: `+` repeats without a bound: say how often at most, e.g. {1,64}."},
      {"a*", "1:2: `*` repeats without a bound: say how often at most, e.g. {0,64}."},
      {"a{2,}", "1:2: `{2,}` repeats without a bound: say how often at most, e.g. {2,64}."},
      {"a{0,}", "1:2: `{0,}` repeats without a bound: say how often at most, e.g. {0,64}."},
      {"a+?", "1:2: `+` repeats without a bound: say how often at most, e.g. {1,64}."},
      {R"(a??)", "1:3: `?` after a repeat makes it lazy: remove it; every end is tried anyway."},
      {"a{2}?", "1:5: `?` after a repeat makes it lazy: remove it; every end is tried anyway."},
      {"a{1,3}+", "1:7: `+` after a repeat makes it possessive: remove it."},
      {"a{2}{3}", "1:5: A repeat of a repeat: write (?:…) around the first."},
      {"a?*", "1:3: A repeat of a repeat: write (?:…) around the first."},
      {"(a)",
       "1:1: `(` is not in the subset. Nothing is captured; write (?:…) to group, \\( for the "
       "character."},
      {"(?P<n>a)", "1:1: `(?P<` is not in the subset. Nothing is captured; write (?:…)."},
      {"(?P=n)", "1:1: `(?P` is not in the subset. There are no named groups; write the part out."},
      {"(?<n>a)", "1:1: `(?<` is not in the subset. Nothing is captured; write (?:…)."},
      {"(?i)a",
       "1:1: `(?` is not in the subset. There are no flags; case is ignored unless the pattern "
       "says case = \"sensitive\"."},
      {"(?i:a)",
       "1:1: `(?` is not in the subset. There are no flags; case is ignored unless the pattern "
       "says case = \"sensitive\"."},
      {"(?=a)",
       "1:1: `(?=` is not in the subset. There is no looking around; say what may stand beside the "
       "value with `edges`, and what must stand near it with `context`."},
      {"(?!a)",
       "1:1: `(?!` is not in the subset. There is no looking around; say what may stand beside the "
       "value with `edges`, and what must stand near it with `context`."},
      {"(?<=a)b",
       "1:1: `(?<=` is not in the subset. There is no looking around; say what may stand beside "
       "the value with `edges`, and what must stand near it with `context`."},
      {"(?>a)", "1:1: `(?>` is not in the subset. There are no atomic groups; write (?:…)."},
      {"(?#note)a",
       "1:1: `(?#` is not in the subset. There are no comments in a regex; write them in the TOML "
       "file with #."},
      {"(?",
       "1:1: `(?` is not in the subset. There are no flags; case is ignored unless the pattern "
       "says case = \"sensitive\"."},
      {"^a",
       "1:1: `^` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {"a$",
       "1:2: `$` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {R"(\ba)",
       "1:1: `\\b` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {R"(a\B)",
       "1:2: `\\B` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {R"(\Aa)",
       "1:1: `\\A` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {R"(a\z)",
       "1:2: `\\z` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {R"(\s)",
       "1:1: `\\s` is not in the subset. Write the space itself, or [ \\n] for a line break as "
       "well."},
      {R"(\S)", "1:1: `\\S` is not in the subset. Write [^ \\n]."},
      {R"(\v)",
       "1:1: `\\v` is not in the subset. Every line break in a post is read as \\n; write that."},
      {R"(\r\n)",
       "1:1: `\\r` is not in the subset. Every line break in a post is read as \\n; write that."},
      {R"(a\tb)",
       "1:2: `\\t` is not in the subset. A tab in a post is read as a space; write that."},
      {R"(\h)", "1:1: `\\h` is not in the subset. A tab in a post is read as a space; write that."},
      {R"(\f)", "1:1: `\\f` is not in the subset. Write the byte as \\xHH."},
      {R"(\0)",
       "1:1: `\\0` is not in the subset. Nothing matches NUL; write other bytes as \\xHH."},
      {R"((?:a)\1)",
       "1:6: `\\1` is not in the subset. There are no back-references; write the part out again."},
      {R"(\pL)",
       "1:1: `\\p` is not in the subset. Posts are folded to ASCII before matching; write [a-z], "
       "\\w or \\d."},
      {R"(\X)",
       "1:1: `\\X` is not in the subset. Posts are folded to ASCII before matching; write [a-z], "
       "\\w or \\d."},
      {R"(\C)", "1:1: `\\C` is not in the subset. Write . or a class."},
      {R"(\Qa.b\E)",
       "1:1: `\\Q` is not in the subset. Escape each mark on its own, as in \\. or \\+."},
      {R"(a\Kb)",
       "1:2: `\\K` is not in the subset. The regex matches the value alone; what stands before it "
       "is `context`."},
      {R"(\y)", "1:1: `\\y` is not in the subset. Write `y` for the character itself."},
      {R"(a\)", "1:2: A backslash at the end: write \\\\ for the character."},
      {R"(\x4)", "1:1: `\\x` needs two hexadecimal digits: write \\x1a."},
      {R"(\xg0)", "1:1: `\\x` needs two hexadecimal digits: write \\x1a."},
      {R"(\x{41})", "1:1: `\\x` needs two hexadecimal digits: write \\x1a."},
      {R"(\x00)", "1:1: `\\x00` is NUL, which nothing matches."},
      {R"(\x80)",
       "1:1: `\\x` is for ASCII, up to \\x7f: posts are folded to ASCII before matching."},
      {R"([\b])",
       "1:2: `\\b` is not in the subset. The regex matches the value alone; say what may stand "
       "beside it with `edges`."},
      {"[[:alpha:]]",
       "1:2: `[:` names a class, which is not in the subset: write its members, such as a-z."},
      {"[a[b]", "1:3: A `[` within a class: write \\[ for the character."},
      {"[]a]", "1:2: A class cannot begin with `]`: write \\] for the character."},
      {"[^]", "1:3: A class cannot begin with `]`: write \\] for the character."},
      {"[a", "1:1: This class has no end: write ] after its last member."},
      {"[", "1:1: This class has no end: write ] after its last member."},
      {"[z-a]", "1:2: This range runs backwards: write its lower end first."},
      {R"([a-\d])",
       "1:2: A range goes from one character to another: write \\- for the hyphen itself, or put "
       "it last."},
      {R"([\d-z])",
       "1:2: A range goes from one character to another: write \\- for the hyphen itself, or put "
       "it last."},
      {"[a-f-z]", "1:5: A hyphen after a range: write \\- for the hyphen itself, or put it last."},
      {R"([^\x01-\x09\x0b-\x7f])", "1:1: This class accepts nothing: leave something in it."},
      {"a{",
       "1:3: A count is missing: a repeat is {n} or {n,m}, such as {0,3}; write \\{ for the "
       "character."},
      {"a{x}",
       "1:3: A count is missing: a repeat is {n} or {n,m}, such as {0,3}; write \\{ for the "
       "character."},
      {"a{,3}",
       "1:3: A count is missing: a repeat is {n} or {n,m}, such as {0,3}; write \\{ for the "
       "character."},
      {"a{ 2}",
       "1:3: A count is missing: a repeat is {n} or {n,m}, such as {0,3}; write \\{ for the "
       "character."},
      {"a{2 }", "1:2: A repeat is {n} or {n,m}, without spaces: write \\{ for the character."},
      {"a{02}", "1:3: A count has no leading zeros."},
      {"a{129}", "1:3: The greatest count is 128."},
      {"a{99999999999}", "1:3: The greatest count is 128."},
      {"a{3,2}", "1:2: A repeat's second count is the greater: write {2,3}."},
      {"a{2,x}",
       "1:5: A count is missing: a repeat is {n} or {n,m}, such as {0,3}; write \\{ for the "
       "character."},
      {"a{2,3", "1:2: This repeat has no end: write } after its counts."},
      {"a{0}", "1:2: {0} matches nothing: remove what it repeats."},
      {"a{0,0}", "1:2: {0,0} matches nothing: remove what it repeats."},
      {"?a", "1:1: There is nothing before `?` to repeat: write \\? for the character."},
      {"a|*", "1:3: There is nothing before `*` to repeat: write \\* for the character."},
      {"(?:+a)", "1:4: There is nothing before `+` to repeat: write \\+ for the character."},
      {"a]", "1:2: This `]` closes nothing: write \\] for the character."},
      {"a}", "1:2: This `}` closes nothing: write \\} for the character."},
      {"(?:a", "1:1: This group has no end: write ) after it."},
      {"a)", "1:2: This `)` closes nothing: write \\) for the character."},
      {"(?:)", "1:1: This group matches nothing but the empty string: remove it."},
      {"(?:|)", "1:1: This group matches nothing but the empty string: remove it."},
      {"a?", "1:1: The regex matches the empty string: make at least one part of it required."},
      {"a|", "1:1: The regex matches the empty string: make at least one part of it required."},
      {"(?:a?){3}",
       "1:1: The regex matches the empty string: make at least one part of it required."},
      {"a{100}b{29}",
       "1:7: A match can be over 128 bytes wide: lower the counts, and leave to `context` what "
       "stands around the value."},
      {"(?:a{64}){3}",
       "1:10: A match can be over 128 bytes wide: lower the counts, and leave to `context` what "
       "stands around the value."},
      {"a{100,}", "1:2: `{100,}` repeats without a bound: say how often at most, e.g. {100,128}."},
  }));
  CAPTURE(source);
  CHECK(ErrorOf(source) == expected);
}

TEST_CASE("Bytes that no regex may hold as they are are refused", "[regex][regex_refusals]") {
  const auto [source, expected] = GENERATE(table<std::string, std::string>({
      {"caf\xC3\xA9",
       "1:4: Non-ASCII: posts are folded to ASCII before matching; write the plain letter, digit "
       "or "
       "mark."},
      {"a[\xC3\xA9]",
       "1:3: Non-ASCII: posts are folded to ASCII before matching; write the plain letter, digit "
       "or "
       "mark."},
      {"a\\\xC3\xA9",
       "1:3: Non-ASCII: posts are folded to ASCII before matching; write the plain letter, digit "
       "or "
       "mark."},
      {"a\nb", "1:2: A line break in the regex: write \\n."},
      {"a\tb", "1:2: A tab in the regex: write a space; a tab in a post is read as one."},
      {"\bword",
       "1:1: A backspace (U+0008) in the regex: \\b in a TOML string with double quotes is one; "
       "write regexes in single quotes."},
      {"[\x1B]", "1:2: A control character in the regex: write it as \\xHH."},
      {"\x7F", "1:1: A control character in the regex: write it as \\xHH."},
      {std::string("a\0b", 3), "1:2: A NUL in the regex: nothing matches NUL; remove it."},
  }));
  CAPTURE(source);
  CHECK(ErrorOf(source) == expected);
}

TEST_CASE("A regex over a limit is refused", "[regex][regex_refusals]") {
  CHECK(ErrorOf(std::string(8193, '|')) ==
        "1:8193: The regex is over 8192 bytes long: split it into several variants.");
  std::string nested;
  for (int depth = 0; depth < 65; ++depth) nested += "(?:";
  CHECK(ErrorOf(nested) == "1:193: Groups within groups deeper than 64: write the regex flatter.");
  std::string alternation = "x(?:a";
  for (int i = 0; i < 200; ++i) alternation += "|b";
  CHECK(ErrorOf(alternation + "){127}") ==
        "1:407: With its repeats written out the regex has over 16384 parts: repeat something "
        "simpler, or split it into several variants.");
}

TEST_CASE("Every letter and digit that names no class is refused as an escape",
          "[regex][regex_refusals]") {
  for (int code = 0; code < 128; ++code) {
    const char letter = static_cast<char>(code);
    const bool is_letter_or_digit = std::isalnum(code) != 0;
    const bool is_control = code < 0x20 || code == 0x7F;
    const bool is_known = std::string("dDwWn").find(letter) != std::string::npos;
    CAPTURE(code);
    const auto regex = Regex::Parse(std::string("\\") + letter);
    CHECK(regex.has_value() == (is_known || !(is_letter_or_digit || is_control)));
  }
}

}  // namespace
}  // namespace gatepost
