#include "cli/manual.h"

namespace gatepost {
namespace {

using Kind = OptionManual::Kind;

constexpr const char* kHead =
    "# Completes gatepost in fish. Made from the program's own options.\n"
    "\n"
    "# True if the words so far name just this command.\n"
    "function __gatepost_at\n"
    "    set -l command ''\n"
    "    for word in (commandline -opc)[2..-1]\n"
    "        switch \"$command $word\"\n"
    "            case";
constexpr const char* kTail =
    "\n"
    "                set command \"$command $word\"\n"
    "        end\n"
    "    end\n"
    "    test \"$command\" = \"$argv[1]\"\n"
    "end\n"
    "\n"
    "complete -c gatepost -f\n";

std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string Value(const OptionManual& option) {
  switch (option.kind) {
    case Kind::kFlag:
      return "";
    case Kind::kFile:
      return " -r -F";
    case Kind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case Kind::kWords:
      return " -x -a " + Quoted(Joined(option.words));
    case Kind::kText:
      return " -x";
  }
  return "";
}

void WritePaths(const CommandManual& command, const std::string& path, std::string& out) {
  for (const CommandManual& below : command.commands) {
    out += " " + Quoted(path + " " + below.name);
    WritePaths(below, path + " " + below.name, out);
  }
}

void WriteCommand(const CommandManual& command, const std::string& path, std::string& out) {
  const std::string line = "complete -c gatepost -n \"__gatepost_at " + Quoted(path) + "\"";
  for (const OptionManual& option : command.options) {
    out += line;
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    out += Value(option) + " -d " + Quoted(option.help) + "\n";
  }
  for (const CommandManual& below : command.commands) {
    out += line + " -a " + below.name + " -d " + Quoted(below.help) + "\n";
  }
  for (const OptionManual& argument : command.arguments) {
    if (argument.kind == Kind::kFile) out += line + " -F\n";
  }
  for (const CommandManual& below : command.commands) {
    WriteCommand(below, path + " " + below.name, out);
  }
}

}  // namespace

std::string FishCompletion(const CommandManual& program) {
  std::string out = kHead;
  WritePaths(program, "", out);
  out += kTail;
  WriteCommand(program, "", out);
  return out;
}

}  // namespace gatepost
