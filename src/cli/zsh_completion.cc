#include "cli/manual.h"

namespace gatepost {
namespace {

using Kind = OptionManual::Kind;

// Text within single quotes, within the brackets or between the colons of a specification.
std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'') {
      escaped += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// ":FILE:_files": what stands for the value, and what completes it.
std::string Value(const OptionManual& option) {
  switch (option.kind) {
    case Kind::kFlag:
      return "";
    case Kind::kFile:
      return ":FILE:_files";
    case Kind::kFolder:
      return ":DIR:_files -/";
    case Kind::kWords:
      return ":word:(" + Joined(option.words) + ")";
    case Kind::kText:
      return ":" + Escaped(option.value) + ": ";
  }
  return "";
}

// A specification for each name; all but one that may be given again exclude each other.
void WriteOption(const OptionManual& option, std::string& out) {
  for (const std::string& name : option.names) {
    out += " \\\n    '" + (option.repeats ? "*" : "(" + Joined(option.names) + ")") + name;
    if (option.kind != Kind::kFlag) out += name.starts_with("--") ? "=" : "+";
    out += "[" + Escaped(option.help) + "]" + Value(option) + "'";
  }
}

void WriteCommand(const CommandManual& command, const std::string& function, std::string& out) {
  for (const CommandManual& below : command.commands) {
    WriteCommand(below, function + "_" + below.name, out);
  }
  const bool has_commands = !command.commands.empty();
  out += function + "() {\n";
  if (has_commands) out += "  local curcontext=$curcontext state line\n  local -a commands\n";
  out += std::string("  _arguments ") + (has_commands ? "-C" : "-s -S");
  for (const OptionManual& option : command.options) WriteOption(option, out);
  if (!has_commands) {
    for (const OptionManual& argument : command.arguments) {
      out += " \\\n    '" + std::string(argument.repeats ? "*" : "") + Value(argument) + "'";
    }
    out += "\n}\n\n";
    return;
  }
  out +=
      " \\\n    '1:command:->command' '*::argument:->argument'\n  case $state in\n    command)\n   "
      "   commands=(";
  for (const CommandManual& below : command.commands) {
    out += "\n        '" + below.name + ":" + Escaped(below.help) + "'";
  }
  out += ")\n      _describe command commands ;;\n    argument)\n      case $line[1] in\n";
  for (const CommandManual& below : command.commands) {
    out += "        " + below.name + ") " + function + "_" + below.name + " ;;\n";
  }
  out += "      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string ZshCompletion(const CommandManual& program) {
  std::string out =
      "#compdef gatepost\n# Completes gatepost in zsh. Made from the program's own options.\n\n";
  WriteCommand(program, "_gatepost", out);
  return out + "_gatepost \"$@\"\n";
}

}  // namespace gatepost
