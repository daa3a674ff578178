#pragma once

// What the command line offers, read from CLI11's own tree as plain data. Manual pages and
// completions are made of it, so that they say what --help says and cannot fall behind.

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gatepost {

// An option, a flag or an argument without a name.
struct OptionManual {
  enum class Kind : uint8_t { kFlag, kFile, kFolder, kWords, kText };

  std::vector<std::string> names;  // "-f", "--format"; none of an argument without a name
  Kind kind = Kind::kFlag;         // of its value
  std::string value;               // "FILE", "text|json|jsonl"; empty of a flag
  std::vector<std::string> words;  // of kWords
  std::string help;
  bool is_required = false;
  bool repeats = false;
};

struct CommandManual {
  std::string name;  // "gatepost", "check"
  std::string help;
  std::string examples;     // lines of shell, without indent
  std::string notes;        // paragraphs, an empty line between each two
  std::string exit_status;  // one paragraph
  std::vector<OptionManual> options;
  std::vector<OptionManual> arguments;
  std::vector<CommandManual> commands;
};

// The words with a space between each two.
[[nodiscard]] std::string Joined(const std::vector<std::string>& words);

// Of the whole program.
[[nodiscard]] CommandManual ManualOf(const CLI::App& app);

// roff of the page about `command`, "gatepost.1" or "gatepost-check.1"; what is below it is in the
// same page. `others` are the names of the other pages.
[[nodiscard]] std::string ManPage(const CommandManual& command,
                                  const std::vector<std::string>& others);

// Scripts that complete the command line in the shells of these names.
[[nodiscard]] std::string BashCompletion(const CommandManual& program);
[[nodiscard]] std::string ZshCompletion(const CommandManual& program);
[[nodiscard]] std::string FishCompletion(const CommandManual& program);

}  // namespace gatepost
