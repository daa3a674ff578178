#pragma once

// A test written as a text file: command lines, what they are given, and what they must print.
//
//   # Comments, up to the first other line, say what the case shows.
//   --- file draft.txt
//   Call me on 07700 900123
//   $ gatepost check draft.txt
//   --- stdout
//   draft.txt: block <*>
//   --- exit 1
//   $ gatepost check -
//   --- stdin
//   Nothing here
//
// Sections belong to the command line above them; files are written before the first. A section
// that is missing is empty, a missing exit is 0: whatever is not said must not happen. `<*>` in an
// expected line stands for one or more characters of that line. A section's lines all end in a
// newline; "--- stdin without final newline" (any section) leaves out the last. A content line that
// begins with "--- ", "$ " or "\" has a "\" before it.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatepost::cases {

struct InputFile {
  std::string name;
  std::string content;
};

// What a command line did, or must do.
struct Outcome {
  std::string stdout_text;
  std::string stderr_text;
  int exit_code = 0;
};

struct Step {
  std::string command;  // for sh
  std::string stdin_text;
  Outcome expected;
};

struct CaseFile {
  std::string comment;  // with its "# " and newlines
  std::vector<InputFile> files;
  std::vector<Step> steps;
};

// kSyntax, with the line, for an unknown, repeated or misplaced section, or a case without a
// command.
[[nodiscard]] Result<CaseFile> ParseCase(std::string_view text, const std::string& file_name);

// The text that ParseCase reads as `file`.
[[nodiscard]] std::string ToText(const CaseFile& file);

// `actual` is `expected`, whose `<*>` each stand for one or more characters within a line.
[[nodiscard]] bool MatchesExpected(std::string_view actual, std::string_view expected);

// `actual`, but with the lines of `expected` where those match, so that wildcards outlive an
// update.
[[nodiscard]] std::string UpdateExpected(std::string_view actual, std::string_view expected);

}  // namespace gatepost::cases
