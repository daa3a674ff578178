#include "cli/manual.h"

namespace gatepost {
namespace {

using Kind = OptionManual::Kind;

constexpr const char* kHead =
    "# Completes gatepost in bash. Made from the program's own options.\n"
    "\n"
    "_gatepost() {\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i\n"
    "  # --format=json comes in three words.\n"
    "  if [[ $word == \"=\" ]]; then word=\n"
    "  elif [[ $before == \"=\" ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
    "  COMPREPLY=()\n"
    "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "    case \"$command ${COMP_WORDS[i]}\" in\n";
constexpr const char* kTail =
    "  esac\n"
    "}\n"
    "\n"
    "_gatepost_files() {\n"
    "  compopt -o filenames 2>/dev/null\n"
    "  mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$2\")\n"
    "}\n"
    "\n"
    "_gatepost_words() {\n"
    "  mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$2\")\n"
    "}\n"
    "\n"
    "complete -F _gatepost gatepost\n";

// What completes a value of that kind.
std::string Completion(const OptionManual& option) {
  switch (option.kind) {
    case Kind::kFile:
      return "_gatepost_files -f \"$word\"";
    case Kind::kFolder:
      return "_gatepost_files -d \"$word\"";
    case Kind::kWords:
      return "_gatepost_words \"" + Joined(option.words) + "\" \"$word\"";
    case Kind::kFlag:
    case Kind::kText:
      return ":";
  }
  return ":";
}

// Which words lead to a command: "check", " patterns list".
void WritePaths(const CommandManual& command, const std::string& path, std::string& out) {
  for (const CommandManual& below : command.commands) {
    const std::string its_path = path + " " + below.name;
    out += "      \"" + its_path + "\") command=\"" + its_path + "\" ;;\n";
    WritePaths(below, its_path, out);
  }
}

void WriteValues(const CommandManual& command, const std::string& path, std::string& out) {
  for (const OptionManual& option : command.options) {
    if (option.kind == Kind::kFlag) continue;
    out += "    ";
    for (const std::string& name : option.names) {
      out += (name == option.names.front() ? "\"" : " | \"") + path + " " + name + "\"";
    }
    out += ") " + Completion(option) + "; return ;;\n";
  }
  for (const CommandManual& below : command.commands)
    WriteValues(below, path + " " + below.name, out);
}

// What can stand after a command: its options where the word begins with a hyphen, else its
// commands or arguments.
void WriteCommand(const CommandManual& command, const std::string& path, std::string& out) {
  std::vector<std::string> names;
  for (const OptionManual& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  std::vector<std::string> commands;
  for (const CommandManual& below : command.commands) commands.push_back(below.name);
  out += "    \"" + path + "\")\n      if [[ $word == -* ]]; then _gatepost_words \"" +
         Joined(names) + "\" \"$word\"\n";
  if (!commands.empty()) {
    out += "      else _gatepost_words \"" + Joined(commands) + "\" \"$word\"\n";
  } else if (!command.arguments.empty() && command.arguments.front().kind != Kind::kText) {
    out += "      else " + Completion(command.arguments.front()) + "\n";
  }
  out += "      fi ;;\n";
  for (const CommandManual& below : command.commands) {
    WriteCommand(below, path + " " + below.name, out);
  }
}

}  // namespace

std::string BashCompletion(const CommandManual& program) {
  std::string out = kHead;
  WritePaths(program, "", out);
  out += "    esac\n  done\n  case \"$command $before\" in\n";
  WriteValues(program, "", out);
  out += "  esac\n  case $command in\n";
  WriteCommand(program, "", out);
  return out + kTail;
}

}  // namespace gatepost
