#include <algorithm>
#include <cctype>
#include <string_view>

#include "cli/manual.h"

namespace gatepost {
namespace {

// What no option says.
constexpr const char* kEnvironment =
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBXDG_CACHE_HOME\\fR\n"
    "Compiled patterns are kept in its folder \\fIgatepost\\fR, from run to run; without it in\n"
    "\\fI~/.cache/gatepost\\fR.\n"
    ".TP\n\\fBNO_COLOR\\fR\n"
    "If it is not empty, nothing is coloured unless \\fB\\-\\-color\\fR says so.\n";

// Text that roff shows as it is: hyphens as they are typed, no line taken for a request.
std::string Roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool begins_line = escaped.empty() || escaped.back() == '\n';
    if (begins_line && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// An empty line begins another paragraph.
std::string Paragraphs(std::string_view text) {
  constexpr std::string_view kBetween = "\n\n";
  std::string paragraphs;
  for (size_t end = text.find(kBetween); end != std::string_view::npos; end = text.find(kBetween)) {
    paragraphs += Roff(text.substr(0, end)) + "\n.PP\n";
    text.remove_prefix(end + kBetween.size());
  }
  return paragraphs + Roff(text);
}

std::string Bold(std::string_view text) { return "\\fB" + Roff(text) + "\\fR"; }
std::string Italic(std::string_view text) { return "\\fI" + Roff(text) + "\\fR"; }

// Words to choose from are typed as they are; other values stand for something.
std::string Value(const OptionManual& option) {
  return option.kind == OptionManual::Kind::kWords ? Bold(option.value) : Italic(option.value);
}

std::string UpperCase(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

std::string Synopsis(const CommandManual& command, const std::string& path) {
  std::string line = Bold(path) + " [" + Italic("OPTION") + "]...";
  if (!command.commands.empty())
    return line + " " + Italic("COMMAND") + " [" + Italic("ARGUMENT") + "]...";
  for (const OptionManual& argument : command.arguments) {
    const std::string value = Value(argument) + (argument.repeats ? "..." : "");
    line += argument.is_required ? " " + value : " [" + value + "]";
  }
  return line;
}

void WriteOptions(const CommandManual& command, std::string& out) {
  for (const OptionManual& argument : command.arguments) {
    out += ".TP\n" + Value(argument) + "\n" + Roff(argument.help) + ".\n";
  }
  for (const OptionManual& option : command.options) {
    out += ".TP\n";
    for (const std::string& name : option.names) {
      out += (name == option.names.front() ? "" : ", ") + Bold(name);
    }
    if (!option.value.empty()) out += " " + Value(option);
    out += "\n" + Roff(option.help) + ".\n";
  }
}

void WriteCommands(const CommandManual& command, const std::string& path, std::string& out) {
  for (const CommandManual& below : command.commands) {
    out += ".SS " + Roff(path + " " + below.name) + "\n" + Roff(below.help) + ".\n.PP\n" +
           Synopsis(below, path + " " + below.name) + "\n";
    WriteOptions(below, out);
  }
}

std::string NameOfPage(const CommandManual& command) {
  return command.name == "gatepost" ? command.name : "gatepost-" + command.name;
}

void WriteSeeAlso(const std::vector<std::string>& others, std::string& out) {
  out += ".SH SEE ALSO\n";
  for (const std::string& other : others) {
    out += ".BR " + Roff(other) + (other == others.back() ? " (1)\n" : " (1),\n");
  }
}

}  // namespace

std::string ManPage(const CommandManual& command, const std::vector<std::string>& others) {
  const bool is_program = command.name == "gatepost";
  const std::string path = is_program ? command.name : "gatepost " + command.name;
  std::string help = command.help;
  if (help.ends_with('.')) help.pop_back();
  // Without a date: the same sources give the same page.
  std::string out = ".TH " + Roff(UpperCase(NameOfPage(command))) + " 1 \"\" \"gatepost " +
                    GATEPOST_VERSION + "\" \"User Commands\"\n";
  out += ".SH NAME\n" + Roff(NameOfPage(command)) + " \\- " + Roff(help) + "\n";
  out += ".SH SYNOPSIS\n" + Synopsis(command, path) + "\n";
  out += ".SH DESCRIPTION\n" + Roff(help) + ".\n";
  if (!command.notes.empty()) out += ".PP\n" + Paragraphs(command.notes) + "\n";
  out += ".SH OPTIONS\n";
  WriteOptions(command, out);
  if (is_program) {
    out += ".SH COMMANDS\nEach has a page of its own.\n";
    for (const CommandManual& below : command.commands) {
      out += ".TP\n" + Bold(below.name) + "\n" + Roff(below.help) + ".\n";
    }
  } else if (!command.commands.empty()) {
    out += ".SH COMMANDS\n";
    WriteCommands(command, path, out);
  }
  if (!command.exit_status.empty()) out += ".SH EXIT STATUS\n" + Roff(command.exit_status) + "\n";
  if (is_program) out += kEnvironment;
  if (!command.examples.empty()) out += ".SH EXAMPLES\n.nf\n" + Roff(command.examples) + ".fi\n";
  WriteSeeAlso(others, out);
  return out;
}

}  // namespace gatepost
