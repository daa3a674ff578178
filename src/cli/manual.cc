#include "cli/manual.h"

#include <CLI/CLI.hpp>
#include <sstream>

namespace gatepost {
namespace {

using Kind = OptionManual::Kind;

std::vector<std::string> SplitAt(char separator, const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// Commands name their values by these words: FILE, DIR, or the words themselves with | between.
Kind KindOf(const std::string& value) {
  if (value.empty()) return Kind::kFlag;
  if (value == "FILE") return Kind::kFile;
  if (value == "DIR") return Kind::kFolder;
  return value.find('|') != std::string::npos ? Kind::kWords : Kind::kText;
}

OptionManual ManualOf(const CLI::Option& option) {
  OptionManual manual;
  for (const std::string& name : option.get_snames()) manual.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) manual.names.push_back("--" + name);
  const bool takes_value = option.get_items_expected_max() > 0;
  manual.value = takes_value ? option.get_type_name() : std::string();
  manual.kind = KindOf(manual.value);
  if (manual.kind == Kind::kWords) manual.words = SplitAt('|', manual.value);
  manual.help = option.get_description();
  manual.is_required = option.get_required();
  manual.repeats =
      takes_value && (option.get_items_expected_max() > 1 ||
                      option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll);
  return manual;
}

// Footers are paragraphs: "Examples:", whose lines are indented, "Exit status:" and notes.
void ReadFooter(const std::string& footer, CommandManual& manual) {
  constexpr std::string_view kExamples = "Examples:";
  constexpr std::string_view kExitStatus = "Exit status: ";
  enum class In : uint8_t { kNothing, kListOfExamples, kStatuses, kNote };
  In in = In::kNothing;
  for (const std::string& line : SplitAt('\n', footer)) {
    if (line.empty()) {
      in = In::kNothing;
    } else if (in == In::kListOfExamples) {
      manual.examples += line.substr(line.find_first_not_of(' ')) + "\n";
    } else if (in != In::kNothing) {
      (in == In::kNote ? manual.notes : manual.exit_status) += " " + line;
    } else if (line == kExamples) {
      in = In::kListOfExamples;
    } else if (line.starts_with(kExitStatus)) {
      in = In::kStatuses;
      manual.exit_status = line.substr(kExitStatus.size());
    } else {
      in = In::kNote;
      manual.notes += (manual.notes.empty() ? "" : "\n\n") + line;
    }
  }
}

}  // namespace

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

CommandManual ManualOf(const CLI::App& app) {
  CommandManual manual{app.get_name(), app.get_description(), "", "", "", {}, {}, {}};
  ReadFooter(app.get_footer(), manual);
  for (const CLI::Option* option : app.get_options()) {
    (option->nonpositional() ? manual.options : manual.arguments).push_back(ManualOf(*option));
  }
  for (const CLI::App* command : app.get_subcommands({})) {
    manual.commands.push_back(ManualOf(*command));
  }
  return manual;
}

}  // namespace gatepost
